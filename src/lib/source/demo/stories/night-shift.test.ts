import { describe, expect, it } from 'vitest';
import { firstAt, heardOf, rateIn, SEEDS } from '../fixtures/heard';
import { between, pieceOf } from '../fixtures/mood-curve';

const nights = SEEDS.map((seed) => heardOf('night-shift', seed));

/** Stretches without any event, in seconds. */
function silences(times: readonly number[]): number[] {
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

describe('the night shift', () => {
  it('is mostly silent: five times for more than fifteen seconds', () => {
    for (const night of nights) {
      const long = silences(night.map(({ atMs }) => atMs / 1000)).filter((length) => length > 15);
      expect(long).toHaveLength(5);
      expect(Math.max(...long)).toBeLessThan(30);
      expect(rateIn(night, 0, 190)).toBeLessThan(0.5);
    }
  });

  it('backs up, expires, renews, rotates and copies, in this order', () => {
    for (const night of nights) {
      const types = [
        'Backup Job State Change',
        'Object Deleted',
        'ACM Certificate Available',
        'KMS CMK Rotation',
        'Copy Job State Change',
        'API Gateway Access Log',
      ];
      const times = types.map((type) => firstAt(night, ({ event }) => event.detailType === type));
      expect(times).not.toContain(NaN);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(night.map(({ rule }) => rule))).toContain('schedule-fires');
    }
  });

  it('has one alarm, on a disk, which clears by itself within half a minute', () => {
    for (const night of nights) {
      const changes = night.filter(({ event }) => event.source === 'aws.cloudwatch');
      expect(changes.map(({ rule, event }) => [event.key, rule])).toEqual([
        ['jobs-disk-used', 'alarm-goes-off'],
        ['jobs-disk-used', 'alarm-clears'],
      ]);
      const [rise, clear] = changes.map(({ atMs }) => atMs);
      expect((clear ?? NaN) - (rise ?? NaN)).toBeLessThan(30_000);
      const others = night.filter(({ event }) => event.outcome === 'error');
      expect(others).toHaveLength(1);
    }
  });

  it.each([1, 2, 3])('worries for the alarm alone (seed %i)', (seed) => {
    const { happiness, voices } = pieceOf('night-shift', seed);
    expect(Math.min(...between(happiness, 0, 60))).toBeGreaterThanOrEqual(65);
    expect(Math.min(...between(happiness, 60, 85))).toBeLessThan(60);
    expect(Math.min(...between(happiness, 110, 190))).toBeGreaterThanOrEqual(65);
    for (const voice of ['alarm', 'drone', 'keys', 'glass', 'reed', 'piano', 'major'] as const)
      expect(voices).toContain(voice);
  });
});
