import { expect, it } from 'vitest';
import { INITIAL_BUDGET, refill, roomIn, spend } from './budget';

it('lets ten tonal notes a second through, and three a slot at the most', () => {
  let budget = INITIAL_BUDGET;
  let notes = 0;
  for (let slot = 0; slot < 640; slot += 1) {
    budget = refill(budget);
    const { tonal } = roomIn(budget);
    expect(tonal).toBeLessThanOrEqual(3);
    budget = spend(budget, tonal, 0);
    notes += tonal;
  }
  expect(notes).toBeGreaterThan(990);
  expect(notes).toBeLessThanOrEqual(1006);
});

it('does not save up more than its bucket, nor owe more', () => {
  let full = INITIAL_BUDGET;
  for (let slot = 0; slot < 100; slot += 1) full = refill(full);
  expect(full).toEqual(INITIAL_BUDGET);
  const owing = refill(spend(full, 100, 100));
  expect(roomIn(owing)).toEqual({ tonal: 0, percussion: 0 });
  expect(owing.tonal).toBe(-6);
});
