import { expect, it } from 'vitest';
import { cueLike } from './fixtures/event-stream';
import { type Line, newLine } from './line';
import { amountOf, habituationOf, makeUpGain, routineVelocity } from './velocity';

const NEW: Line = newLine(cueLike('a'), 'a', 0);

it('adds a step for each doubling of the events', () => {
  expect(amountOf(0)).toBe(0.5);
  expect(amountOf(3) - amountOf(1)).toBeCloseTo(0.053, 9);
});

it('fades a steady stream by 7 dB in the end, and none that is new', () => {
  const old: Line = { ...NEW, rate: 2, slowRate: 2, activeSeconds: 300 };
  expect(habituationOf(NEW)).toBe(0);
  expect(habituationOf(old)).toBeCloseTo(0.98, 2);
  const fade = routineVelocity(old, 1, 1) / routineVelocity(NEW, 1, 1);
  expect(20 * Math.log10(fade)).toBeGreaterThan(-7);
  expect(20 * Math.log10(fade)).toBeLessThan(-6.5);
});

it('makes up for silence and for density, within bounds', () => {
  expect(makeUpGain(0, 0)).toBe(1.6);
  expect(makeUpGain(100, 0)).toBe(0.3);
  expect(makeUpGain(0.32, 0)).toBe(1);
  expect(makeUpGain(0, 8)).toBeCloseTo(Math.sqrt(0.32 / 0.92), 9);
});

it('stays audible and below full', () => {
  expect(routineVelocity(NEW, 1, 0)).toBe(0.08);
  expect(routineVelocity(NEW, 1e6, 10)).toBe(1);
});
