import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlidingMinimum } from './sliding-minimum';

describe('SlidingMinimum', () => {
  it('agrees with the plain minimum for any input and span', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (input, span) => {
          const least = new SlidingMinimum(span);
          const plain = input.map((_, i) =>
            Math.min(...input.slice(Math.max(0, i - span + 1), i + 1)),
          );
          expect(input.map((value) => least.push(value))).toEqual(plain);
        },
      ),
    );
  });
});
