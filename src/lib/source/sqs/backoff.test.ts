import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';
import { PATIENCE } from './errors';

describe('the wait after a failure', () => {
  it('is anything from 0 to the doubled base, and never beyond the cap', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), random, (failures, draw) => {
        const wait = backoffMs(PATIENCE.unreachable, failures, 10_000, draw);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(10_000, 500 * 2 ** (failures - 1)));
      }),
    );
  });
});
