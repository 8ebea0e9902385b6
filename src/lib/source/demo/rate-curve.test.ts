import { describe, expect, it } from 'vitest';
import { peakOf, rateAt, type RateCurve } from './rate-curve';

const CURVE: RateCurve = [
  [10, 0],
  [20, 2],
  [40, 1],
];

describe('a rate curve', () => {
  it('joins its points by straight lines, and is 0 outside of them', () => {
    const rates = [0, 10_000, 15_000, 20_000, 30_000, 40_000].map((atMs) => rateAt(CURVE, atMs));
    expect(rates).toEqual([0, 0, 1, 2, 1.5, 0]);
  });

  it('tells its peak', () => {
    expect(peakOf(CURVE)).toBe(2);
  });
});
