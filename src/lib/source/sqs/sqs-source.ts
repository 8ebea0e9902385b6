import type { EventSource, SourceListener } from '../event-source';
import { REAL_SURROUNDINGS, type Surroundings } from '../surroundings';
import { PollLoop, type PollOptions } from './poll-loop';
import type { Queue } from './queue';
import type { QueueAddress } from './queue-client';

const DEFAULTS: PollOptions = {
  waitTimeSeconds: 20,
  backoffCapMs: 120_000,
  maxReceives: 4,
  backlogEveryMs: 5_000,
};

/** Connects to the queue at an address. The SDK is only loaded when this is called. */
function connectorFor(address: QueueAddress): () => Promise<Queue> {
  return async () => (await import('./queue-client')).connectQueue(address);
}

/** Long-polls an SQS queue. A message is deleted only when the listener has taken it. */
export class SqsSource implements EventSource {
  readonly kind: 'sqs' | 'shared';
  readonly #connect: () => Promise<Queue>;
  readonly #options: PollOptions;
  readonly #surroundings: Surroundings;
  #loop: PollLoop | null = null;

  /**
   * @param queue an address, or what connects to a queue.
   * @param kind `shared` for a queue that listens to another's feed.
   */
  constructor(
    queue: QueueAddress | (() => Promise<Queue>),
    options: Partial<PollOptions> = {},
    surroundings: Surroundings = REAL_SURROUNDINGS,
    kind: 'sqs' | 'shared' = 'sqs',
  ) {
    this.#connect = typeof queue === 'function' ? queue : connectorFor(queue);
    this.#options = { ...DEFAULTS, ...options };
    this.#surroundings = surroundings;
    this.kind = kind;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const end = new AbortController();
    const stop = AbortSignal.any([signal, end.signal]);
    this.#loop = new PollLoop(this.#connect, this.#options, this.#surroundings, listener, stop);
    try {
      await this.#loop.untilStopped();
    } finally {
      end.abort();
    }
  }

  /** Ends the wait after a failure and tries at once. */
  tryNow(): void {
    this.#loop?.tryNow();
  }
}
