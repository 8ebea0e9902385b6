import { expect, it } from 'vitest';
import type { Batch, EventSource, LinkReport } from '$lib/source/event-source';
import { Recorder } from '$lib/source/sqs/fixtures/recorder';
import { RelayedSource } from './relay-source';
import { tellSharesChanged } from './relay-shares';

const BATCH: Batch = { bodies: [{ text: '{}', messageId: 'm', sentAt: 0 }], receivedAt: 0 };
const CHECK: LinkReport = { kind: 'check', at: 0, received: 1, full: false };

const source: EventSource = {
  kind: 'sqs',
  run: async (listener) => {
    listener.report(CHECK);
    await listener.take(BATCH);
  },
};

const signal = new AbortController().signal;

it('relays after the listener has what was read', async () => {
  const order: string[] = [];
  const listener = {
    take: async () => void order.push('heard'),
    report: () => void order.push('told'),
  };
  const relay = {
    take: () => void order.push('relayed'),
    hear: () => void order.push('relay told'),
    look: async () => undefined,
  };
  await new RelayedSource(source, relay, () => undefined).run(listener, signal);
  expect(order).toEqual(['told', 'relay told', 'heard', 'relayed']);
});

it('keeps a defect of the relay from the listener', async () => {
  const fail = () => {
    throw new Error('defect');
  };
  const heard = new Recorder();
  const relay = { take: fail, hear: fail, look: async () => undefined };
  await new RelayedSource(source, relay, () => undefined).run(heard, signal);
  expect(heard.batches).toEqual([BATCH]);
  expect(heard.reports).toEqual([CHECK]);
});

it('looks at once when a page of this browser tells of a share', async () => {
  const stop = new AbortController();
  const waiting: EventSource = {
    kind: 'sqs',
    run: (_, end) => new Promise((resolve) => end.addEventListener('abort', () => resolve())),
  };
  const looked = new Promise<string[]>((resolve) => {
    const order: string[] = [];
    const look = async () => {
      order.push('looked');
      resolve(order);
    };
    const relay = { take: () => undefined, hear: () => undefined, look };
    const changed = () => void order.push('forgot');
    void new RelayedSource(waiting, relay, changed).run(new Recorder(), stop.signal);
  });
  tellSharesChanged();
  expect(await looked).toEqual(['forgot', 'looked']);
  stop.abort();
});
