import { describe, expect, it } from 'vitest';
import type { Batch } from '../event-source';
import { listenInHeldWorld } from './fixtures/held-listening';

describe('a journal that is slow', () => {
  it('holds the receives back, and is given together what arrived meanwhile', async () => {
    const { world, queue, listener, stop, run } = listenInHeldWorld();
    const taken: Batch[] = [];
    let written: () => void = () => undefined;
    listener.take = (batch) => {
      taken.push(batch);
      return new Promise((resolve) => (written = resolve));
    };
    queue.send(1_000);
    const running = run();
    await world.pass(10_000);
    expect(taken).toHaveLength(1);
    const asked = queue.count('receive');
    expect(asked).toBeLessThanOrEqual(5);
    for (let i = 0; i < 60; i++) {
      written();
      await world.pass(500);
    }
    const ids = taken.flatMap(({ bodies }) => bodies.map(({ messageId }) => messageId));
    expect(ids).toHaveLength(1_000);
    expect(new Set(ids).size).toBe(1_000);
    expect(Math.max(...taken.map(({ bodies }) => bodies.length))).toBeGreaterThan(10);
    expect(Math.max(...taken.map(({ bodies }) => bodies.length))).toBeLessThanOrEqual(40);
    stop.abort();
    written();
    await running;
  });

  it('is written while more is asked for, whatever deletions end meanwhile', async () => {
    const { world, queue, listener, stop, run } = listenInHeldWorld();
    const taken: number[] = [];
    const writeMs = 50;
    listener.take = ({ bodies }) => {
      taken.push(bodies.length);
      return world.sleep(writeMs, stop.signal);
    };
    queue.send(4_000);
    const running = run();
    await world.pass(8_000);
    expect(queue.size).toBe(0);
    const steady = taken.slice(3, -1);
    expect(steady.reduce((sum, count) => sum + count, 0) / steady.length).toBeGreaterThan(25);
    stop.abort();
    await running;
  });
});
