import { describe, expect, it } from 'vitest';
import { CONNECTOR_SOURCE } from '$lib/core/cloud/names';
import type { Batch, LinkReport } from '$lib/source/event-source';
import { ConnectorSieve } from './connecting-sieve';

const word = JSON.stringify({
  source: CONNECTOR_SOURCE,
  account: '123456789012',
  region: 'eu-central-1',
  detail: { version: '1' },
});

function sieve() {
  const heard: (string | readonly string[])[] = [];
  const witnessed: string[] = [];
  const listener = {
    take: async ({ bodies }: Batch) => void heard.push(bodies.map(({ text }) => text)),
    report: (report: LinkReport) =>
      void heard.push(report.kind === 'check' ? `check ${String(report.received)}` : report.kind),
  };
  const witness = {
    reported: ({ kind }: LinkReport) => void witnessed.push(kind),
    spoke: ({ account }: { account: string }) => void witnessed.push(account),
    took: () => void witnessed.push('took'),
  };
  const made = new ConnectorSieve(listener, witness);
  const check = (received: number, full = false) =>
    made.report({ kind: 'check', at: 1, received, full });
  const take = (...texts: string[]) =>
    made.take({
      bodies: texts.map((text) => ({ text, messageId: text, sentAt: null })),
      receivedAt: 1,
    });
  return { made, heard, witnessed, check, take };
}

describe('the connectors’ words', () => {
  it('are told to the witness, and kept from the listener', async () => {
    const { heard, witnessed, check, take } = sieve();
    check(3);
    await take('a', word, 'b');
    expect(heard).toEqual(['check 2', ['a', 'b']]);
    expect(witnessed).toEqual(['check', '123456789012', 'took']);
  });

  it('alone make an empty check and no batch: a quiet account is quiet', async () => {
    const { heard, witnessed, check, take } = sieve();
    check(1);
    await take(word);
    expect(heard).toEqual(['check 0']);
    expect(witnessed).not.toContain('took');
  });

  it('leave a full check as it is: more waits behind it', async () => {
    const { heard, check, take } = sieve();
    check(10, true);
    await take(...Array.from({ length: 10 }, () => word));
    expect(heard).toEqual(['check 10']);
  });

  it('of several checks that are taken together are counted once', async () => {
    const { heard, check, take } = sieve();
    check(2);
    check(2);
    await take(word, word, word, 'a');
    expect(heard).toEqual(['check 0', 'check 1', ['a']]);
  });

  it('hold back no report for longer than until the next', () => {
    const { made, heard, check } = sieve();
    check(4);
    expect(heard).toEqual([]);
    made.report({ kind: 'miss', at: 2, cause: 'offline', code: 'x', retryInMs: 0 });
    expect(heard).toEqual(['check 4', 'miss']);
  });

  it('do not hide what a batch that fails to be kept rejects with', async () => {
    const listener = { report: () => undefined, take: () => Promise.reject(new Error('full')) };
    const witness = { reported: () => undefined, spoke: () => undefined, took: () => undefined };
    const bodies = [{ text: 'a', messageId: 'a', sentAt: null }];
    const taken = new ConnectorSieve(listener, witness).take({ bodies, receivedAt: 1 });
    await expect(taken).rejects.toThrow('full');
  });
});
