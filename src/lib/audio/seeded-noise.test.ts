import { describe, expect, it } from 'vitest';
import { seededNoise } from './seeded-noise';

function take(seed: number, count: number): number[] {
  const next = seededNoise(seed);
  return Array.from({ length: count }, next);
}

describe('seededNoise', () => {
  it('repeats itself for one seed and differs for another', () => {
    expect(take(7, 100)).toEqual(take(7, 100));
    expect(take(7, 100)).not.toEqual(take(8, 100));
  });

  it('works from a seed of 0', () => {
    expect(new Set(take(0, 100)).size).toBe(100);
  });

  it('fills −1 to 1 evenly: mean 0, power 1/3', () => {
    const samples = take(1, 200_000);
    const mean = samples.reduce((sum, x) => sum + x, 0) / samples.length;
    const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
    expect(mean).toBeCloseTo(0, 2);
    expect(power).toBeCloseTo(1 / 3, 2);
    expect(samples.every((x) => Math.abs(x) <= 1)).toBe(true);
  });
});
