import { describe, expect, it } from 'vitest';
import { clockTicks, scoreTimeOf, type AxisSpan } from './clock-axis';

const START = new Date(2026, 0, 2, 12, 0, 0).getTime();

/** Listening began at noon and was paused for ten minutes after 100 s of score. */
const wallAt = (at: number) => START + at * 1000 + (at > 100 ? 600_000 : 0);

const span = (over: Partial<AxisSpan> = {}): AxisSpan => ({
  from: 0,
  to: 3600,
  pixelsPerSecond: 780 / 3600,
  wallAt: (at) => START + at * 1000,
  ...over,
});

describe('clockTicks', () => {
  it('stand on round times, evenly where nothing was paused', () => {
    const ticks = clockTicks(span());
    expect(ticks.map(({ wall }) => wall.getMinutes())).toEqual([0, 10, 20, 30, 40, 50, 0]);
    expect(ticks.map(({ at }) => Math.round(at))).toEqual([0, 600, 1200, 1800, 2400, 3000, 3600]);
  });

  it('leave out the times inside a pause', () => {
    const ticks = clockTicks(span({ to: 200, pixelsPerSecond: 4, wallAt }));
    const times = ticks.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times.map(Math.round)).size).toBe(times.length);
  });
});

describe('scoreTimeOf', () => {
  it('gives the moment a pause ended for any time inside it', () => {
    expect(scoreTimeOf(START + 300_000, span({ to: 200, wallAt }))).toBeCloseTo(100);
    expect(scoreTimeOf(START + 750_000, span({ to: 200, wallAt }))).toBeCloseTo(150);
  });
});
