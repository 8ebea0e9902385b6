import { expect, it } from 'vitest';
import { INITIAL_DENSITY, stepDensity } from './density';

function regimes(rates: readonly number[], from = 8): number[] {
  let density = INITIAL_DENSITY;
  return rates.map((rate, at) => {
    density = stepDensity(density, rate, from + 8 * at);
    return density.regime;
  });
}

it('is left at lower rates than it is entered', () => {
  expect(regimes([4.4, 4.6, 3.3, 3.1])).toEqual([0, 1, 1, 0]);
  expect(regimes([10, 12, 9, 7.9, 3])).toEqual([1, 2, 2, 1, 0]);
});

it('enters the groove at once in a flood', () => {
  expect(regimes([50])).toEqual([2]);
});

it('is kept for eight slots', () => {
  const entered = stepDensity(INITIAL_DENSITY, 50, 8);
  expect(stepDensity(entered, 0, 15).regime).toBe(2);
  expect(stepDensity(entered, 0, 16).regime).toBe(1);
});
