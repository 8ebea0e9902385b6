import { expect, it } from 'vitest';
import { isEuclidOnset } from './euclid';

function pattern(onsets: number, steps: number, rotation = 0): string {
  return Array.from({ length: steps }, (_, step) =>
    isEuclidOnset(onsets, steps, step, rotation) ? 'x' : '.',
  ).join('');
}

it('gives the known rhythms', () => {
  expect(pattern(3, 8)).toBe('x..x..x.');
  expect(pattern(4, 16)).toBe('x...x...x...x...');
  expect(pattern(5, 16)).toBe('x...x..x..x..x..');
});

it('has as many onsets as asked for, wherever it is turned to', () => {
  for (let onsets = 1; onsets <= 7; onsets += 1)
    for (let rotation = 0; rotation < 16; rotation += 1)
      expect(pattern(onsets, 16, rotation).replaceAll('.', '')).toHaveLength(onsets);
});

it('is turned to the right', () => {
  expect(pattern(4, 16, 2)).toBe('..x...x...x...x.');
});
