import { describe, expect, it } from 'vitest';
import { CONNECTOR_SOURCE } from '$lib/core/cloud/names';
import type { Batch, EventSource, SourceListener } from '$lib/source/event-source';
import { MemberSource } from './member-source';

function listening() {
  const turns: string[] = [];
  const heard: string[] = [];
  const signedOut = new AbortController();
  const stop = new AbortController();
  let inner: SourceListener | null = null;
  let tries = 0;
  const source: EventSource = {
    kind: 'sqs',
    run: (listener, signal) => {
      inner = listener;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
    tryNow: () => void (tries += 1),
  };
  const witness = {
    reported: () => undefined,
    spoke: () => void heard.push('word'),
    took: () => undefined,
  };
  const turn = {
    sessionBegins: () => void turns.push('begins'),
    sessionEnds: () => void turns.push('ends'),
  };
  const member = new MemberSource(source, witness, turn, signedOut.signal);
  const listener = {
    take: async ({ bodies }: Batch) => void heard.push(...bodies.map(({ text }) => text)),
    report: () => undefined,
  };
  const done = member.run(listener, stop.signal);
  const take = (text: string) =>
    inner?.take({ bodies: [{ text, messageId: text, sentAt: null }], receivedAt: 1 });
  return { member, turns, heard, signedOut, stop, done, take, tries: () => tries };
}

describe('a member’s queue, as a session hears it', () => {
  it('is without the connectors’ words', async () => {
    const { heard, take, stop, done } = listening();
    await take('an event');
    await take(JSON.stringify({ source: CONNECTOR_SOURCE }));
    expect(heard).toEqual(['an event', 'word']);
    stop.abort();
    await done;
  });

  it('has its turn while the session listens', async () => {
    const { turns, stop, done } = listening();
    expect(turns).toEqual(['begins']);
    stop.abort();
    await done;
    expect(turns).toEqual(['begins', 'ends']);
  });

  it('ends when the member signs out', async () => {
    const { turns, signedOut, done } = listening();
    signedOut.abort();
    await done;
    expect(turns).toEqual(['begins', 'ends']);
  });

  it('is tried at once when asked', async () => {
    const { member, tries, stop } = listening();
    member.tryNow();
    expect(tries()).toBe(1);
    expect(member.kind).toBe('sqs');
    stop.abort();
  });
});
