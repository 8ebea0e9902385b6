/**
 * An endless stream of white noise, each sample uniform in −1…1, the same for the same seed on every machine.
 * The generator is a 32-bit xorshift (Marsaglia 2003, shifts 13, 17, 5).
 */
export function seededNoise(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
}
