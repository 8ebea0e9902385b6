import { expect, it } from 'vitest';
import { draw, drawIndex } from './seeded-random';

it('draws the same numbers from the same state, between 0 and 1', () => {
  const first = draw(7);
  expect(draw(7)).toEqual(first);
  expect(draw(first.state).value).not.toBe(first.value);
  expect(first.value).toBeGreaterThanOrEqual(0);
  expect(first.value).toBeLessThan(1);
});

it('spreads its draws evenly', () => {
  const tenths = new Array<number>(10).fill(0);
  let state = 1;
  for (let at = 0; at < 10_000; at += 1) {
    const drawn = draw(state);
    state = drawn.state;
    const tenth = Math.floor(drawn.value * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

it('chooses in proportion to the weights, and never a weight of 0', () => {
  const counts = [0, 0, 0];
  let state = 3;
  for (let at = 0; at < 4000; at += 1) {
    const drawn = drawIndex([3, 0, 1], state);
    state = drawn.state;
    counts[drawn.index] = (counts[drawn.index] ?? 0) + 1;
  }
  expect(counts[1]).toBe(0);
  expect(counts[0]).toBeGreaterThan(2850);
  expect(counts[0]).toBeLessThan(3150);
});
