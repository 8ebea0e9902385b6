import { describe, expect, it } from 'vitest';
import { feed, type FeedProgress } from './soak-feed';
import { numberIn } from './soak-message';

/** A queue that somebody empties whenever its depth is asked for, and the end of the feed after some such times. */
function emptiedQueue(taken: number, rounds: number) {
  const end = new AbortController();
  const numbers: (number | null)[] = [];
  let waiting = 0;
  let most = 0;
  let left = rounds;
  const queue = {
    async send(bodies: readonly string[]) {
      numbers.push(...bodies.map(numberIn));
      waiting += bodies.length;
      most = Math.max(most, waiting);
    },
    async depth() {
      if (left-- === 0) end.abort();
      waiting = Math.max(0, waiting - taken);
      return { waiting, inFlight: 0 };
    },
  };
  return { queue, numbers, end, most: () => most };
}

function nothingYet(): FeedProgress {
  return { sent: 0, mostWaiting: 0, waiting: 0, inFlight: 0 };
}

describe('the feed of the soak', () => {
  it('sends each number once, in order, and never more than 2,000 ahead', async () => {
    const { queue, numbers, end, most } = emptiedQueue(1_500, 4);
    const progress = nothingYet();
    const options = { queue, messages: 4_505, seed: 1, ratePerSecond: null };
    await feed(options, progress, end.signal);
    expect(numbers).toEqual(Array.from({ length: 4_505 }, (_, number) => number));
    expect(progress.sent).toBe(4_505);
    expect(most()).toBe(2_000);
  });

  it('sends no more than the rate, however empty the queue is', async () => {
    const { queue, end } = emptiedQueue(Infinity, 3);
    const progress = nothingYet();
    const startedAtMs = performance.now();
    await feed({ queue, messages: 10_000, seed: 1, ratePerSecond: 100 }, progress, end.signal);
    expect(progress.sent).toBeLessThanOrEqual((performance.now() - startedAtMs) / 10);
  });

  it('ends when it is stopped, with what it had sent', async () => {
    const { queue, numbers, end } = emptiedQueue(0, 0);
    const progress = nothingYet();
    await feed({ queue, messages: 100, seed: 1, ratePerSecond: null }, progress, end.signal);
    expect(progress.sent).toBe(numbers.length);
    expect(progress.sent).toBe(0);
  });
});
