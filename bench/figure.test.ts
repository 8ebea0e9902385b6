import { describe, expect, it } from 'vitest';
import { isMet, medianOf, quantile, quantileOf } from './figure';

describe('figures', () => {
  it('takes quantiles by the nearest rank', () => {
    const samples = [5, 1, 4, 2, 3];
    expect(quantile(samples, 0.5)).toBe(3);
    expect(quantile(samples, 0.95)).toBe(5);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('carries the spread, and tells a missed target', () => {
    const fast = medianOf('speed', '1/s', { atLeast: 10 }, [9, 12, 11]);
    expect(fast).toMatchObject({ value: 11, low: 9, high: 12, samples: 3 });
    expect(isMet(fast)).toBe(true);
    const slow = quantileOf('wait', 'ms', { atMost: 4 }, [1, 2, 3, 9], 0.95);
    expect(slow).toMatchObject({ value: 9, low: 2, high: 9 });
    expect(isMet(slow)).toBe(false);
  });
});
