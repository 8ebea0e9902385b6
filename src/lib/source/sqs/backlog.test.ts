import { describe, expect, it } from 'vitest';
import { listenInHeldWorld } from './fixtures/held-listening';

describe('how much waits', () => {
  it('is told after the first full batch, every 5 s while the queue is deep, and when it is over', async () => {
    const { world, queue, listener, stop, run } = listenInHeldWorld();
    queue.send(15_000);
    const ended = run();
    const began = world.now();
    await world.pass(60_000);
    const told = listener.of('backlog').map(({ at, waiting }) => ({ after: at - began, waiting }));
    expect(told.map(({ after }) => Math.floor(after / 5_000))).toEqual([0, 1, 2, 2]);
    expect(told[0]?.after).toBeLessThan(100);
    expect(told[0]?.waiting).toBeGreaterThan(14_900);
    expect(told.map(({ waiting }) => waiting)).toEqual(
      told.map(({ waiting }) => waiting).sort((a, b) => b - a),
    );
    expect(told.at(-1)?.waiting).toBe(0);
    stop.abort();
    await ended;
  });

  it('is told at once when the queue is deep again, however short ago it was not', async () => {
    const { world, queue, listener, stop, run } = listenInHeldWorld();
    const ended = run();
    for (let flood = 0; flood < 2; flood++) {
      queue.send(100);
      await world.pass(2_000);
    }
    const told = listener.of('backlog').map(({ waiting }) => waiting > 0);
    expect(told).toEqual([true, false, true, false]);
    stop.abort();
    await ended;
  });

  it('is not asked for while the queue is quiet', async () => {
    const { world, queue, stop, run } = listenInHeldWorld();
    const ended = run();
    for (let second = 0; second < 60; second++) {
      queue.send(9);
      await world.pass(1_000);
    }
    expect(queue.count('waiting')).toBe(0);
    stop.abort();
    await ended;
  });

  it('is not known where the queue refuses to tell, and that is no failure', async () => {
    const { world, queue, listener, stop, run } = listenInHeldWorld();
    queue.fault = (action) => (action === 'waiting' ? { name: 'AccessDenied' } : null);
    queue.send(1_000);
    const ended = run();
    await world.pass(10_000);
    expect(listener.texts).toHaveLength(1_000);
    expect(listener.of('backlog').map(({ waiting }) => waiting)).toEqual([0]);
    expect(listener.of('miss')).toEqual([]);
    stop.abort();
    await ended;
  });
});
