import { describe, expect, it } from 'vitest';
import { firstAt, heardOf, peakPerSecond, rateIn, SEEDS, told, isRequest } from '../fixtures/heard';
import { pieceOf } from '../fixtures/mood-curve';

const days = SEEDS.map((seed) => heardOf('launch-day', seed));
const mean = (rates: readonly number[]) =>
  rates.reduce((sum, rate) => sum + rate, 0) / rates.length;

describe('launch day', () => {
  it('brings ten times the requests, in three waves', () => {
    const requests = days.map((day) => day.filter(isRequest));
    const wave = (from: number, to: number) => mean(requests.map((day) => rateIn(day, from, to)));
    const before = wave(0, 20);
    expect(wave(98, 118) / before).toBeGreaterThan(8);
    expect(wave(98, 118) / before).toBeLessThan(14);
    expect(wave(26, 36)).toBeGreaterThan(wave(44, 50));
    expect(wave(60, 72)).toBeGreaterThan(wave(82, 88));
  });

  it('never is more than forty events a second for two seconds', () => {
    for (const day of days) {
      expect(peakPerSecond(day, 2)).toBeLessThanOrEqual(40);
      expect(peakPerSecond(day, 5)).toBeGreaterThan(14);
    }
  });

  it('lets the fleet follow late: it grows after each wave has come', () => {
    for (const day of days) {
      const launched = day
        .filter(({ event }) => event.detailType === 'EC2 Instance Launch Successful')
        .map(({ atMs }) => atMs / 1000);
      expect(launched.filter((at) => at > 25 && at < 125).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('refuses some requests at the peak, for lack of capacity and not by failing', () => {
    const throttled = days.map(
      (day) => day.filter((one) => told(one, 'errorCode') === 'TooManyRequestsException').length,
    );
    expect(mean(throttled)).toBeGreaterThan(5);
    const failed = days.map((day) => day.filter(({ event }) => event.outcome === 'error').length);
    expect(mean(failed)).toBeLessThan(2);
  });

  it('warms the cache: look-ups that miss become a smaller share of what visitors do', () => {
    const misses = (from: number, to: number) =>
      mean(
        days.map((day) => {
          const lookUps = day.filter(({ cue }) => cue.key.includes('price-list'));
          const pages = day.filter(({ cue }) => cue.key.includes('product-page'));
          return rateIn(lookUps, from, to) / rateIn(pages, from, to);
        }),
      );
    expect(misses(22, 50)).toBeGreaterThan(1.5 * misses(140, 195));
  });

  it('warns of a quota, then releases with success', () => {
    for (const day of days) {
      const announced = firstAt(day, (one) => one.cue.key.includes('announce'));
      const warned = firstAt(day, (one) => one.rule === 'advice-is-refreshed');
      const started = firstAt(day, (one) => told(one, 'state') === 'STARTED');
      const done = firstAt(
        day,
        (one) => one.event.source === 'aws.codedeploy' && one.cue.figure === 'deploy',
      );
      const order = [announced, warned, started, done];
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).not.toContain(NaN);
    }
  });

  it.each([1, 2, 3])('is heard as a success (seed %i)', (seed) => {
    const { happiness, voices } = pieceOf('launch-day', seed);
    expect(Math.min(...happiness)).toBeGreaterThanOrEqual(65);
    expect(happiness.at(-1)).toBeGreaterThan(70);
    for (const voice of ['snare', 'pluck', 'bass', 'major', 'keys', 'glass'] as const)
      expect(voices).toContain(voice);
    expect(voices).not.toContain('alarm');
  });
});
