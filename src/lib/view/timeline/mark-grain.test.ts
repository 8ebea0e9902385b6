import { describe, expect, it } from 'vitest';
import { markGrain } from './mark-grain';

describe('markGrain', () => {
  it('turns coarse in a crowd and fine again well below it', () => {
    const fine = markGrain(100, 1000);
    const coarse = markGrain(3500, 1000, fine);
    expect(coarse.binPixels).toBeGreaterThan(fine.binPixels);
    expect(markGrain(2500, 1000, coarse)).toBe(coarse);
    expect(markGrain(2500, 1000, fine)).toBe(fine);
    expect(markGrain(1500, 1000, coarse)).toBe(fine);
  });
});
