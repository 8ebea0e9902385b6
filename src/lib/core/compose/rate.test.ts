import { expect, it } from 'vitest';
import { decayPerSlot, smoother } from './rate';
import { SLOT_SECONDS } from './slot';

it('settles at the true rate of a steady stream', () => {
  const step = smoother(3);
  let rate = 0;
  for (let at = 0; at < 400; at += 1) rate = step(rate, 2);
  expect(rate).toBeCloseTo(2 / SLOT_SECONDS, 3);
});

it('halves after its half-life', () => {
  expect(decayPerSlot(10) ** (10 / SLOT_SECONDS)).toBeCloseTo(0.5, 9);
  const step = smoother(2.5);
  let rate = 8;
  for (let at = 0; at < 16; at += 1) rate = step(rate, 0);
  expect(rate).toBeCloseTo(4, 4);
});
