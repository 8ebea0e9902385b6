import { sleep } from '../../src/lib/source/sleep';
import type { LocalQueue } from '../local/local-queue';
import { soakMessage } from './soak-message';

const BATCH = 10;
/** How often the queue's depth is asked for. */
const GLANCE_MS = 100;
/** The most messages that wait on the queue when they are fed as fast as they are taken. */
const MOST_WAITING = 2_000;

/** How much of the feed has been sent, and how deep the queue was. */
export interface FeedProgress {
  sent: number;
  /** The most messages that waited at once, and how many wait now. */
  mostWaiting: number;
  waiting: number;
  inFlight: number;
}

export interface FeedOptions {
  readonly queue: Pick<LocalQueue, 'send' | 'depth'>;
  readonly messages: number;
  readonly seed: number;
  /** null feeds as fast as messages are taken. */
  readonly ratePerSecond: number | null;
}

/** How many messages may be sent now. */
function due(options: FeedOptions, progress: FeedProgress, elapsedMs: number): number {
  const { messages, ratePerSecond } = options;
  const left = messages - progress.sent;
  if (ratePerSecond === null) return Math.min(left, MOST_WAITING - progress.waiting);
  return Math.min(left, Math.floor((ratePerSecond * elapsedMs) / 1_000) - progress.sent);
}

/** Feeds numbered messages until all are sent or the signal aborts; then goes on watching the queue's depth. */
export async function feed(
  options: FeedOptions,
  progress: FeedProgress,
  signal: AbortSignal,
): Promise<void> {
  const { queue, seed } = options;
  const startedAtMs = performance.now();
  while (!signal.aborted) {
    const { waiting, inFlight } = await queue.depth();
    Object.assign(progress, { waiting, inFlight });
    progress.mostWaiting = Math.max(progress.mostWaiting, waiting);
    let left = due(options, progress, performance.now() - startedAtMs);
    while (left > 0 && !signal.aborted) {
      const count = Math.min(BATCH, left);
      const first = progress.sent;
      const now = Date.now();
      await queue.send(
        Array.from({ length: count }, (_, index) => soakMessage(seed, first + index, now)),
      );
      progress.sent += count;
      left -= count;
    }
    await sleep(GLANCE_MS, signal);
  }
}
