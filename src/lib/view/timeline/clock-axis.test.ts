import { describe, expect, it } from 'vitest';
import { clockTicks, recordedTickWords, type AxisSpan } from './clock-axis';

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

/** A recording at 600 times its speed, of which eight hours are left out after 100 s. */
const recordedAt = (at: number) => START + at * 600_000 + (at > 100 ? 8 * 3_600_000 : 0);

describe('the axis of a recording', () => {
  const recording = span({ to: 180, pixelsPerSecond: 6, speed: 600, wallAt: recordedAt });

  it('stands on the round times of the recording, with none inside what was left out', () => {
    const ticks = clockTicks(recording);
    for (const { wall, at } of ticks) expect(wall.getTime() - recordedAt(at)).toBeCloseTo(0, 3);
    const hours = ticks.map(({ wall }) => wall.getHours());
    expect(hours).toEqual([12, 15, 18, 21, 0, 3, 15, 18, 21, 0]);
  });

  it('names the day where one begins, and the year', () => {
    const ticks = (...walls: readonly (readonly [number, number, number, number])[]) =>
      walls.map(([year, month, day, hour], at) => ({ wall: new Date(year, month, day, hour), at }));
    expect(recordedTickWords(ticks([2023, 6, 10, 18], [2023, 6, 11, 0], [2023, 6, 11, 6]))).toEqual(
      ['18:00', '11 Jul', '06:00'],
    );
    expect(recordedTickWords(ticks([2023, 11, 1, 0], [2024, 0, 1, 0]))).toEqual(['1 Dec', '2024']);
    const second = { wall: new Date(2023, 6, 10, 18, 0, 30), at: 9 };
    expect(recordedTickWords([...ticks([2023, 6, 10, 18]), second])).toEqual([
      '18:00:00',
      '18:00:30',
    ]);
  });
});
