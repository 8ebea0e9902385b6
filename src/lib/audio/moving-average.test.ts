import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MovingAverage } from './moving-average';

describe('MovingAverage', () => {
  it('agrees with the plain mean once it is full', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 100 }),
        (input) => {
          const mean = new MovingAverage(8, 1);
          const means = input.map((value) => mean.push(value));
          const last = input.slice(-8).reduce((sum, x) => sum + x, 0) / 8;
          expect(means.at(-1)).toBeCloseTo(last, 12);
        },
      ),
    );
  });

  it('comes back to exactly 1 after a million odd values', () => {
    const mean = new MovingAverage(240, 1);
    for (let i = 0; i < 1_000_000; i++) mean.push(1 / (1 + (i % 7)));
    for (let i = 0; i < 480; i++) mean.push(1);
    expect(mean.push(1)).toBe(1);
  });
});
