import { describe, expect, it } from 'vitest';
import { listenInHeldWorld } from './fixtures/held-listening';

const MINUTE_MS = 60_000;
const cut = new TypeError('Failed to fetch');

/** A source that has been listening for a while. */
async function listening() {
  const parts = listenInHeldWorld();
  const ended = parts.run();
  await parts.world.pass(1_000);
  const end = async () => {
    parts.stop.abort();
    await ended;
  };
  return { ...parts, end };
}

describe('without a network', () => {
  it('nothing is asked until it comes back, and then at once', async () => {
    const { world, queue, listener, end } = await listening();
    queue.fault = () => cut;
    world.isConnected = false;
    await world.pass(25_000);
    expect(listener.of('miss')).toMatchObject([{ cause: 'offline', retryInMs: 60_000 }]);
    const asked = queue.count('receive');
    await world.pass(30_000);
    expect(queue.count('receive')).toBe(asked);
    queue.fault = () => null;
    const checks = listener.of('check').length;
    await world.reconnect();
    await world.pass(50);
    expect(listener.of('check').length).toBe(checks + 1);
    await end();
  });

  it('it is tried every minute all the same, each try told', async () => {
    const { world, queue, listener, end } = await listening();
    queue.fault = () => cut;
    world.isConnected = false;
    const asked = queue.count('receive');
    await world.pass(20_000 + 10 * MINUTE_MS);
    // The first found the network gone, ten more tried whether it is back.
    expect(queue.count('receive') - asked).toBe(11);
    expect(listener.of('miss')).toHaveLength(11);
    await end();
  });
});

describe('credentials that are refused', () => {
  it.each(['ExpiredToken', 'AccessDenied'])(
    'with %s are replaced at once, and what is heard goes on',
    async (name) => {
      const { world, queue, listener, end } = await listening();
      queue.fault = () => (queue.renewed === 0 ? { name } : null);
      await world.pass(20_000);
      expect(listener.of('miss')).toMatchObject([{ code: name, retryInMs: 0 }]);
      expect(queue.renewed).toBe(1);
      queue.send(1);
      await world.pass(1_000);
      expect(listener.texts).toHaveLength(1);
      await end();
    },
  );

  it('once more are told, and tried slowly: expired ones with others each time, denied ones not', async () => {
    for (const [name, most] of [
      ['ExpiredToken', Infinity],
      ['AccessDenied', 1],
    ] as const) {
      const { world, queue, listener, end } = await listening();
      queue.fault = () => ({ name });
      await world.pass(30 * MINUTE_MS);
      const misses = listener.of('miss');
      expect(misses.filter(({ retryInMs }) => retryInMs === 0)).toHaveLength(1);
      expect(misses.length).toBeLessThan(70);
      expect(queue.renewed).toBe(Math.min(most, misses.length));
      await end();
    }
  });

  it('by several receives at once are told once, and replaced once', async () => {
    const { world, queue, listener, end } = await listening();
    queue.send(400);
    await world.pass(200);
    queue.fault = (action) =>
      action === 'receive' && queue.renewed === 0 ? { name: 'ExpiredToken' } : null;
    await world.pass(20_000);
    expect(listener.of('miss')).toHaveLength(1);
    expect(queue.renewed).toBe(1);
    expect(new Set(listener.texts).size).toBe(400);
    await end();
  });
});

describe('no failure is silent', () => {
  it.each([
    ['unreachable', cut],
    ['throttled', { name: 'ThrottlingException' }],
    ['credentials', { name: 'ExpiredToken' }],
    ['denied', { name: 'AccessDenied' }],
    ['queue-missing', { name: 'QueueDoesNotExist' }],
    ['clock-skew', { name: 'RequestExpired' }],
  ] as const)('%s: every try is told, with the wait that follows', async (cause, fault) => {
    const { world, queue, listener, end } = await listening();
    queue.fault = () => fault;
    await world.pass(10 * MINUTE_MS);
    const misses = listener.of('miss');
    expect(new Set(misses.map((miss) => miss.cause))).toEqual(new Set([cause]));
    const tries = queue.asked.filter(({ action }) => action === 'receive').map(({ at }) => at);
    const told = misses.slice(0, -1).map(({ at, retryInMs }) => at + retryInMs);
    expect(tries.slice(-told.length)).toEqual(told);
    await end();
  });
});
