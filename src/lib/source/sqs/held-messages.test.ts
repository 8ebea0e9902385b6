import { describe, expect, it } from 'vitest';
import { listenInHeldWorld } from './fixtures/held-listening';

const MINUTE_MS = 60_000;

/** A source whose listener takes nothing until it is told to. */
function slowListening(visibilityTimeoutSeconds = 30) {
  const listening = listenInHeldWorld();
  let taken = () => undefined as unknown;
  const { listener, queue } = listening;
  queue.visibilityTimeoutSeconds = visibilityTimeoutSeconds;
  listener.take = (batch) => {
    listener.batches.push(batch);
    return new Promise<void>((resolve) => (taken = resolve));
  };
  const began = listening.world.now();
  const extensions = () =>
    queue.asked
      .filter(({ action }) => action === 'extend')
      .map(({ at }) => Math.round((at - began) / 1000));
  const end = async (run: Promise<void>) => {
    listening.stop.abort();
    taken();
    await run;
  };
  return { ...listening, extensions, end, taken: () => taken() };
}

describe('messages that are held for long', () => {
  it('are hidden anew at two thirds of the time, again and again, until they are taken', async () => {
    const { world, queue, listener, end, run, extensions, taken } = slowListening();
    queue.send(3);
    const ended = run();
    await world.pass(90_000);
    expect(extensions()).toEqual([20, 40, 60, 80]);
    expect(listener.batches).toHaveLength(1);
    taken();
    await world.pass(MINUTE_MS);
    expect(queue.size).toBe(0);
    expect(extensions()).toEqual([20, 40, 60, 80]);
    await end(ended);
  });

  it('follow the time that the queue itself hides them for', async () => {
    const { world, queue, end, run, extensions } = slowListening(120);
    queue.send(1);
    const ended = run();
    await world.pass(170_000);
    expect(extensions()).toEqual([80, 160]);
    await end(ended);
  });

  it('are taken for 30 s where the queue does not tell, or tells nothing of use', async () => {
    for (const seconds of [null, 0, Number.NaN]) {
      const { world, queue, end, run, extensions } = slowListening();
      queue.visibilitySeconds = () =>
        seconds === null ? Promise.reject(new Error('denied')) : Promise.resolve(seconds);
      queue.send(1);
      const ended = run();
      await world.pass(45_000);
      expect(extensions()).toEqual([20, 40]);
      await end(ended);
    }
  });

  it('are let go after 15 minutes', async () => {
    const { world, queue, end, run, extensions } = slowListening();
    queue.send(1);
    const ended = run();
    await world.pass(30 * MINUTE_MS);
    expect(extensions()).toHaveLength(44);
    expect(extensions().at(-1)).toBe(880);
    await end(ended);
  });

  it('are let go when they cannot be hidden, and nothing is said of it', async () => {
    const { world, queue, listener, end, run, extensions } = slowListening();
    queue.fault = (action) => (action === 'extend' ? { name: 'AccessDenied' } : null);
    queue.send(1);
    const ended = run();
    await world.pass(5 * MINUTE_MS);
    expect(extensions()).toEqual([20]);
    expect(listener.of('miss')).toEqual([]);
    await end(ended);
  });

  it('are let go at once when the source is stopped', async () => {
    const { world, queue, stop, end, run, extensions } = slowListening();
    queue.send(1);
    const ended = run();
    await world.pass(10_000);
    stop.abort();
    await world.pass(MINUTE_MS);
    expect(extensions()).toEqual([]);
    await end(ended);
  });

  it('are hidden while their deletion is tried again', async () => {
    const { world, queue, end, run, extensions, taken } = slowListening();
    queue.fault = (action) => (action === 'remove' ? new TypeError('Failed to fetch') : null);
    queue.send(1);
    const ended = run();
    await world.pass(19_000);
    taken();
    await world.pass(1_300);
    expect(queue.count('remove')).toBeGreaterThan(0);
    expect(extensions()).toEqual([20]);
    queue.fault = () => null;
    await world.pass(10_000);
    expect(queue.size).toBe(0);
    await end(ended);
  });
});
