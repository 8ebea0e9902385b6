import { describe, expect, it } from 'vitest';
import { briskSurroundings } from './fixtures/brisk-surroundings';
import { Outage } from './outage';

const outage = () => new Outage(briskSurroundings(0.5), 60_000);

describe('an outage', () => {
  it('waits longer with every failure, and begins anew when it is over', () => {
    const connection = outage();
    const waits = [1, 2, 3].map(() => connection.failed('unreachable'));
    expect(waits).toEqual([250, 500, 1_000]);
    connection.over();
    expect(connection.failed('unreachable')).toBe(250);
  });

  it.each(['credentials', 'denied', 'clock-skew'] as const)(
    'tries once at once for %s, also when something else failed before',
    (cause) => {
      const connection = outage();
      connection.failed('unreachable');
      expect(connection.failed(cause)).toBe(0);
      expect(connection.failed(cause)).toBeGreaterThan(0);
      expect(connection.failed('unreachable')).toBeGreaterThan(0);
      expect(connection.failed(cause)).toBeGreaterThan(0);
    },
  );

  it('waits a minute for the network, whatever the dice say', () => {
    expect(outage().failed('offline')).toBe(60_000);
  });
});
