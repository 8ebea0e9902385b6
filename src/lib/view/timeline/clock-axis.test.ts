import { describe, expect, it } from 'vitest';
import { clockTicks, type AxisSpan } from './clock-axis';

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

  it('stand where the wall clock shows them, with none inside a pause', () => {
    const ticks = clockTicks(span({ to: 200, pixelsPerSecond: 4, wallAt }));
    expect(ticks.map(({ at }) => Math.round(at))).toEqual([0, 30, 60, 90, 120, 150, 180]);
    for (const { wall, at } of ticks) expect(wall.getTime()).toBeCloseTo(wallAt(at));
  });

  it('keep their step across a pause much longer than the span', () => {
    const overnight = (at: number) => START + at * 1000 + (at > 1500 ? 39_600_000 : 0);
    const ticks = clockTicks(span({ wallAt: overnight }));
    expect(ticks.map(({ wall }) => `${wall.getHours()}:${wall.getMinutes()}`)).toEqual([
      '12:0',
      '12:10',
      '12:20',
      '23:30',
      '23:40',
      '23:50',
      '0:0',
    ]);
  });

  it('stand in order where the wall clock was set back', () => {
    const setBack = (at: number) => START + at * 1000 - (at > 100 ? 60_000 : 0);
    const times = clockTicks(span({ to: 200, pixelsPerSecond: 4, wallAt: setBack })).map(
      ({ at }) => at,
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times.map(Math.round)).size).toBe(times.length);
  });
});
