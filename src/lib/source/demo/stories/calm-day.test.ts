import { describe, expect, it } from 'vitest';
import { heardOf, peakPerSecond, rateIn, SEEDS, told } from '../fixtures/heard';
import { pieceOf } from '../fixtures/mood-curve';

const days = SEEDS.map((seed) => heardOf('calm-day', seed));

describe('a calm day', () => {
  it('has no error, and no warning but 4xx of visitors', () => {
    for (const day of days) {
      expect(day.filter(({ event }) => event.outcome === 'error')).toEqual([]);
      for (const one of day.filter(({ event }) => event.outcome === 'warning'))
        expect(one.rule).toBe('request-arrives');
    }
  });

  it('is a batch, a quiet night, a busy day and a quiet evening', () => {
    for (const day of days) {
      expect(rateIn(day, 0, 20)).toBeGreaterThan(1);
      expect(rateIn(day, 22, 50)).toBeLessThan(0.8);
      expect(rateIn(day, 80, 150)).toBeGreaterThan(2.5);
      expect(rateIn(day, 80, 150)).toBeLessThan(7);
      expect(rateIn(day, 195, 210)).toBeLessThan(2.5);
      expect(peakPerSecond(day, 5)).toBeLessThanOrEqual(12);
    }
  });

  it('has one release, which goes well, and a fleet that grows and shrinks', () => {
    for (const day of days) {
      const states = day
        .filter(({ event }) => event.source === 'aws.codedeploy')
        .map((one) => told(one, 'state'));
      expect(states).toEqual(['START', 'SUCCESS']);
      const fleet = day.map(({ event }) => event.detailType);
      const grown = fleet.indexOf('EC2 Instance Launch Successful');
      expect(grown).toBeGreaterThan(-1);
      expect(fleet.indexOf('EC2 Instance Terminate Successful')).toBeGreaterThan(grown);
    }
  });

  it('lets nearly every service be heard in the first twenty seconds', () => {
    for (const day of days) {
      const voices = new Set(
        day.filter(({ atMs }) => atMs < 20_000).map(({ cue: { voice } }) => voice),
      );
      for (const voice of ['pluck', 'piano', 'bass', 'kit', 'snare', 'mallet', 'keys', 'glass'])
        expect(voices).toContain(voice);
      expect(voices).toContain('major');
    }
  });

  it.each([1, 2, 3])('keeps the mood at 60 and above, and never sounds bad (seed %i)', (seed) => {
    const { happiness, voices } = pieceOf('calm-day', seed);
    expect(Math.min(...happiness)).toBeGreaterThanOrEqual(60);
    expect(happiness.at(-1)).toBeGreaterThan(75);
    for (const voice of ['minor', 'alarm', 'drone'] as const) expect(voices).not.toContain(voice);
    expect(voices.size).toBe(11);
  });
});
