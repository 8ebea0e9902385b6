/** A draw, and the generator's state after it. */
export interface Draw {
  /** At least 0, below 1. */
  readonly value: number;
  /** An unsigned 32-bit integer. */
  readonly state: number;
}

/** One draw of the mulberry32 generator (Tommy Ettinger, public domain), a pure function of its 32-bit state. */
export function draw(state: number): Draw {
  const next = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, state: next };
}

/** Chooses an index with a chance in proportion to its weight; the first of the heaviest when all are 0. */
export function drawIndex(
  weights: readonly number[],
  state: number,
): { index: number; state: number } {
  const { value, state: next } = draw(state);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = value * total;
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue;
    last = index;
    if (rest < weight) return { index, state: next };
    rest -= weight;
  }
  return { index: last, state: next };
}
