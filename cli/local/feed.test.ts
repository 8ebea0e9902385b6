import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Audience } from './audience';
import { playFeed, type FeedItem } from './feed';

function stageWith(audience: Audience, stop = new AbortController()) {
  const sent: (readonly string[])[] = [];
  const stage = {
    audience,
    now: () => performance.now(),
    signal: stop.signal,
    send: async (bodies: readonly string[]) => void sent.push(bodies),
    clear: async () => undefined,
  };
  return { stage, sent, stop };
}

function listening(): Audience {
  const audience = new Audience(() => performance.now());
  audience.asked();
  return audience;
}

const at = (atMs: number, body: string): FeedItem => ({ atMs, body });

/** A clock that stands still while code runs. */
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a feed', () => {
  it('sends what is due together in batches of ten, in order', async () => {
    const { stage, sent } = stageWith(listening());
    const items = Array.from({ length: 25 }, (_, index) => at(0, String(index)));
    expect(await playFeed(items, 'wait', stage)).toBe('end');
    expect(sent.map((batch) => batch.length)).toEqual([10, 10, 5]);
    expect(sent.flat()).toEqual(items.map(({ body }) => body));
  });

  it('sends a later message by itself, when it is due', async () => {
    const { stage, sent } = stageWith(listening());
    await playFeed([at(0, 'now'), at(40, 'later')], 'wait', stage);
    expect(sent).toEqual([['now'], ['later']]);
  });

  it('keeps a batch within what SQS takes', async () => {
    const { stage, sent } = stageWith(listening());
    const large = 'x'.repeat(100_000);
    await playFeed([at(0, large), at(0, large), at(0, large)], 'wait', stage);
    expect(sent.map((batch) => batch.length)).toEqual([2, 1]);
  });

  it('leaves off when nobody listens any more, or waits and goes on', async () => {
    const alone = new Audience(() => performance.now());
    const leaving = stageWith(alone);
    expect(await playFeed([at(0, 'a'), at(20, 'b')], 'leave', leaving.stage)).toBe('alone');
    expect(leaving.sent).toEqual([['a']]);
    const waiting = stageWith(alone);
    const played = playFeed([at(0, 'a'), at(20, 'b')], 'wait', waiting.stage);
    alone.asked();
    expect(await played).toBe('end');
    expect(waiting.sent).toEqual([['a'], ['b']]);
  });

  it('ends when it is stopped', async () => {
    const { stage, stop } = stageWith(listening());
    const played = playFeed([at(0, 'a'), at(3_600_000, 'b')], 'wait', stage);
    stop.abort();
    expect(await played).toBe('aborted');
  });
});
