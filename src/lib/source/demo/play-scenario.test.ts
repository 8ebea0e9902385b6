import { describe, expect, it } from 'vitest';
import { heardOf, SEEDS, START_MS, told } from './fixtures/heard';
import { lengthOf, playScenario } from './play-scenario';
import { SCENARIOS } from './scenarios';

const NAMES = SCENARIOS.map(({ name }) => name);

describe.each(NAMES)('%s', (name) => {
  it('is the same to the byte for a seed, and another for another seed', () => {
    const bytes = (seed: number) => JSON.stringify([...playScenario(name, seed, START_MS)]);
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it('comes in order, begins within 200 ms, and goes on to its end', () => {
    for (const seed of SEEDS) {
      const times = heardOf(name, seed).map(({ atMs }) => atMs);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBeLessThan(200);
      expect(times.at(-1)).toBeLessThan(lengthOf(name));
      expect(times.at(-1)).toBeGreaterThan(lengthOf(name) - 20_000);
    }
  });

  it('never gives an id twice, in a round or in the next', () => {
    const ids = SEEDS.flatMap((seed) => heardOf(name, seed).map(({ event }) => event.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('carries the wall clock in whole seconds', () => {
    for (const { atMs, event } of heardOf(name, 3)) {
      const lagMs = START_MS + atMs - event.time;
      expect(lagMs).toBeGreaterThanOrEqual(0);
      expect(lagMs).toBeLessThan(1_001);
    }
  });

  it('leaves no alarm standing at its end', () => {
    for (const seed of SEEDS) {
      const standing = new Set<unknown>();
      for (const one of heardOf(name, seed)) {
        if (one.rule === 'alarm-goes-off') standing.add(told(one, 'alarmName'));
        if (one.rule === 'alarm-clears') standing.delete(told(one, 'alarmName'));
      }
      expect([...standing]).toEqual([]);
    }
  });
});
