/** Rounds to 6 decimals, so that engines whose `log2`, `tanh` or `exp` differ in the last bit compare alike. */
export function toMicro(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Rounds to 3 decimals, the precision of a written velocity. */
export function toMilli(value: number): number {
  return Math.round(value * 1e3) / 1e3;
}

/** The value, or the bound that it passed. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
