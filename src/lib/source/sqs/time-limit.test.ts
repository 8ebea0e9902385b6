import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { briskSurroundings } from './fixtures/brisk-surroundings';
import { Recorder } from './fixtures/recorder';
import { SqsSource } from './sqs-source';
import type { Queue, Received } from './queue';

const MESSAGE: Received = {
  body: { text: '{}', messageId: 'm', sentAt: null },
  receipt: 'receipt',
};

/** A queue that holds one message, then nothing, with each long poll as long as the test. */
function queueOf(message: Received): Queue {
  const held = [message];
  return {
    receive: async (_wait, signal) => {
      if (held.length > 0) return held.splice(0);
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      );
    },
    remove: async () => [],
    extend: async () => undefined,
    waiting: async () => 0,
    visibilitySeconds: async () => 30,
    renew: () => undefined,
  };
}

const never = <T>() => new Promise<T>(() => undefined);

let stop: AbortController;
/** The time limits that were set, each with its end in the test's hand. */
let limits: { readonly ms: number; end(): void }[];

beforeEach(() => {
  stop = new AbortController();
  limits = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const limit = new AbortController();
    const reason = new DOMException('The operation timed out.', 'TimeoutError');
    limits.push({ ms, end: () => limit.abort(reason) });
    return limit.signal;
  });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

describe('the time limit of a receive', () => {
  it('covers a connection that hangs, which is made anew', async () => {
    const connections = [never<Queue>(), Promise.resolve(queueOf(MESSAGE))];
    const connect = vi.fn(() => connections.shift() ?? never<Queue>());
    const listener = new Recorder();
    const run = new SqsSource(connect, {}, briskSurroundings()).run(listener, stop.signal);
    expect(limits.map(({ ms }) => ms)).toEqual([10_000]);
    limits[0]?.end();
    await listener.until(() => listener.texts.length === 1);
    expect(listener.of('miss')).toMatchObject([{ cause: 'unreachable', code: 'TimeoutError' }]);
    expect(connect).toHaveBeenCalledTimes(2);
    stop.abort();
    await run;
  });

  it('covers a request that heeds no signal, as one that waits for credentials', async () => {
    const deaf = { ...queueOf(MESSAGE), receive: () => never<readonly Received[]>() };
    const connections: Queue[] = [deaf, queueOf(MESSAGE)];
    const connect = vi.fn(async () => connections.shift() ?? deaf);
    const listener = new Recorder();
    const run = new SqsSource(connect, {}, briskSurroundings()).run(listener, stop.signal);
    limits[0]?.end();
    await listener.until(() => listener.texts.length === 1);
    expect(listener.of('miss')).toMatchObject([{ cause: 'unreachable', code: 'TimeoutError' }]);
    expect(connect).toHaveBeenCalledTimes(2);
    stop.abort();
    await run;
  });

  it('takes away no connection made since by another', async () => {
    const refusal: { tell?: (error: Error) => void } = {};
    const success: { tell?: (queue: Queue) => void } = {};
    const connections = [
      new Promise<Queue>((_resolve, reject) => (refusal.tell = reject)),
      new Promise<Queue>((resolve) => (success.tell = resolve)),
    ];
    const connect = vi.fn(() => connections.shift() ?? never<Queue>());
    const listener = new Recorder();
    const run = new SqsSource(connect, {}, briskSurroundings()).run(listener, stop.signal);
    limits[0]?.end();
    await vi.waitFor(() => expect(connect).toHaveBeenCalledTimes(2));
    refusal.tell?.(new Error('too late'));
    await Promise.resolve();
    success.tell?.(queueOf(MESSAGE));
    await listener.until(() => listener.texts.length === 1);
    await vi.waitFor(() => expect(limits.some(({ ms }) => ms === 30_000)).toBe(true));
    expect(connect).toHaveBeenCalledTimes(2);
    stop.abort();
    await run;
  });
});
