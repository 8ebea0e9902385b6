import type { Patience } from './errors';

/**
 * How long to wait before the next try: exponential with full jitter (AWS Architecture Blog, "Exponential Backoff And
 * Jitter", 2015): anything between 0 and min(cap, base · 2ⁿ⁻¹).
 *
 * @param failures how many tries have failed in a row, this one included; at least 1.
 * @param random at least 0, below 1.
 * @returns milliseconds, whole.
 */
export function backoffMs(
  patience: Patience,
  failures: number,
  capMs: number,
  random: number,
): number {
  const most = Math.min(capMs, patience.capMs, patience.baseMs * 2 ** (failures - 1));
  return Math.round(most * random);
}
