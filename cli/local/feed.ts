import { GLANCE_MS, type Audience } from './audience';
import { sleep } from '../../src/lib/source/sleep';

/** One message to be sent, and when, in milliseconds from the feed's beginning. */
export interface FeedItem {
  readonly atMs: number;
  readonly body: string;
}

/** What SQS takes in one batch: ten messages, and 256 KiB over all of them. */
const BATCH_MESSAGES = 10;
const BATCH_BYTES = 256 * 1024;

export interface FeedStage {
  readonly audience: Audience;
  /** Milliseconds of a clock that never runs backwards. */
  readonly now: () => number;
  readonly send: (bodies: readonly string[]) => Promise<void>;
  /** Takes back what was sent and not yet received. */
  readonly clear: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Collects what is due together, so that a burst costs one request for ten messages. */
class Outbox {
  #bodies: string[] = [];
  #bytes = 0;
  readonly #send: FeedStage['send'];

  constructor(send: FeedStage['send']) {
    this.#send = send;
  }

  async put(body: string): Promise<void> {
    const bytes = Buffer.byteLength(body);
    if (this.#bytes + bytes > BATCH_BYTES) await this.flush();
    this.#bodies.push(body);
    this.#bytes += bytes;
    if (this.#bodies.length === BATCH_MESSAGES) await this.flush();
  }

  async flush(): Promise<void> {
    const bodies = this.#bodies;
    this.#bodies = [];
    this.#bytes = 0;
    if (bodies.length > 0) await this.#send(bodies);
  }
}

/**
 * Sends a feed's messages, each when it is due, while somebody listens. When nobody does any more, it either waits
 * and goes on where it was, or leaves off.
 *
 * @returns how it ended: at its end, because nobody listened, or because the signal aborted.
 */
export async function playFeed(
  items: Iterable<FeedItem>,
  whenAlone: 'wait' | 'leave',
  stage: FeedStage,
): Promise<'end' | 'alone' | 'aborted'> {
  const { audience, now, signal } = stage;
  const outbox = new Outbox(stage.send);
  let startedAtMs = now();
  for (const { atMs, body } of items) {
    while (!signal.aborted && startedAtMs + atMs > now()) {
      await outbox.flush();
      if (!audience.listening) {
        if (whenAlone === 'leave') return 'alone';
        const leftAtMs = now();
        await audience.arrival(signal);
        startedAtMs += now() - leftAtMs;
      }
      const waitMs = Math.min(GLANCE_MS, startedAtMs + atMs - now());
      await sleep(Math.max(0, waitMs), signal);
    }
    if (signal.aborted) return 'aborted';
    await outbox.put(body);
  }
  await outbox.flush();
  return 'end';
}
