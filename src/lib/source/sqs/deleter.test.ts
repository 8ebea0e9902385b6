import { describe, expect, it } from 'vitest';
import { listenInHeldWorld } from './fixtures/held-listening';

type Listening = ReturnType<typeof listenInHeldWorld>;

/** How many messages each deletion was for. */
function deleted({ queue }: Listening): number[] {
  return queue.asked.filter(({ action }) => action === 'remove').map(({ receipts }) => receipts);
}

const told = ({ listener }: Listening) => listener.of('deletion').map(({ cause }) => cause);
const cut = new TypeError('Failed to fetch');

describe('what is taken', () => {
  it('is deleted ten at a time, gathered over batches that came less than full', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, stop, run } = listening;
    const ended = run();
    for (let batch = 0; batch < 4; batch++) {
      queue.send(5);
      await world.pass(500);
    }
    expect(deleted(listening)).toEqual([10, 10]);
    stop.abort();
    await ended;
  });

  it('waits for others no longer than 5 s, or until there is nothing to wait for', async () => {
    const listening = listenInHeldWorld({ waitTimeSeconds: 2 });
    const { world, queue, stop, run } = listening;
    const ended = run();
    await world.pass(1_000);
    queue.send(1);
    await world.pass(1_900);
    expect(deleted(listening)).toEqual([]);
    await world.pass(300);
    expect(deleted(listening)).toEqual([1]);
    await world.pass(5_000);
    for (let time = 0; time < 6; time++) {
      queue.send(1);
      await world.pass(1_000);
    }
    expect(deleted(listening)).toEqual([1, 5]);
    stop.abort();
    await ended;
  });

  it('is deleted when the source is stopped, with nothing said of it', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, listener, stop, run } = listening;
    const ended = run();
    await world.pass(100);
    queue.send(2);
    await world.pass(1_000);
    expect(queue.size).toBe(2);
    stop.abort();
    await ended;
    const reports = listener.reports.length;
    await world.pass(60_000);
    expect(queue.size).toBe(0);
    expect(listener.reports).toHaveLength(reports);
  });
});

describe('a deletion that fails', () => {
  it('is told as no failure when the first retry mends it', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, stop, run } = listening;
    let faults = 1;
    queue.fault = (action) => (action === 'remove' && faults-- > 0 ? cut : null);
    queue.send(10);
    const ended = run();
    await world.pass(10_000);
    expect(queue.size).toBe(0);
    expect(told(listening)).toEqual([null]);
    stop.abort();
    await ended;
  });

  it('is tried four times, told when it begins, when its cause changes and when it is over', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, listener, stop, run } = listening;
    let fault: unknown = cut;
    queue.fault = (action) => (action === 'remove' ? fault : null);
    queue.send(10);
    const ended = run();
    await world.pass(10_000);
    expect(deleted(listening)).toEqual([10, 10, 10, 10]);
    expect(told(listening)).toEqual(['unreachable']);
    fault = { name: 'AccessDenied' };
    await world.pass(50_000);
    expect(told(listening)).toEqual(['unreachable', 'denied']);
    fault = null;
    await world.pass(60_000);
    expect(queue.size).toBe(0);
    expect(told(listening)).toEqual(['unreachable', 'denied', null]);
    expect(listener.of('miss')).toEqual([]);
    stop.abort();
    await ended;
  });

  it('is told as over by a later run of which the first deletion succeeds', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, stop, run } = listening;
    queue.fault = (action) => (action === 'remove' ? { name: 'AccessDenied' } : null);
    queue.send(10);
    const ended = run();
    await world.pass(10_000);
    stop.abort();
    await ended;
    expect(told(listening)).toEqual(['denied']);
    queue.fault = () => null;
    const later = new AbortController();
    const laterEnded = listening.source.run(listening.listener, later.signal);
    queue.send(10);
    await world.pass(10_000);
    expect(told(listening)).toEqual(['denied', null]);
    later.abort();
    await laterEnded;
  });

  it('for some messages leaves the others deleted, and tries those alone', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, stop, run } = listening;
    queue.undeletable = new Map([
      ['m3', 'InternalError'],
      ['m7', 'InternalError'],
    ]);
    queue.send(10);
    const ended = run();
    await world.pass(10_000);
    expect(deleted(listening)).toEqual([10, 2, 2, 2]);
    expect(queue.size).toBe(2);
    expect(listening.listener.of('deletion')[0]?.code).toBe('InternalError');
    stop.abort();
    await ended;
  });

  it.each(['ExpiredToken', 'AccessDenied'])(
    'by %s asks for fresh credentials, once until one succeeds',
    async (name) => {
      const listening = listenInHeldWorld();
      const { world, queue, stop, run } = listening;
      queue.fault = (action) => (action === 'remove' && queue.renewed === 0 ? { name } : null);
      queue.send(10);
      const ended = run();
      await world.pass(1_000);
      expect(queue.size).toBe(0);
      expect(told(listening)).toEqual([null]);
      queue.fault = (action) => (action === 'remove' ? { name } : null);
      queue.send(20);
      await world.pass(20_000);
      expect(queue.renewed).toBe(2);
      stop.abort();
      await ended;
    },
  );

  it('does not keep the queue from being read', async () => {
    const listening = listenInHeldWorld();
    const { world, queue, listener, stop, run } = listening;
    queue.fault = (action) => (action === 'remove' ? cut : null);
    queue.send(1_000);
    const ended = run();
    await world.pass(20_000);
    expect(new Set(listener.texts).size).toBe(1_000);
    stop.abort();
    await ended;
  });
});
