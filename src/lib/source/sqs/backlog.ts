import type { EpochMs } from '$lib/core/event/aws-event';
import type { Connection } from './connection';

const TIMEOUT_MS = 10_000;

/**
 * Asks how much waits: with the first full batch, and every few seconds while the queue is deep. A refusal is no
 * failure of the connection; there is no number then.
 */
export class Backlog {
  readonly #connection: Connection;
  readonly #everyMs: number;
  readonly #stop: AbortSignal;
  #askedAt = -Infinity;

  constructor(connection: Connection, everyMs: number, stop: AbortSignal) {
    this.#connection = connection;
    this.#everyMs = everyMs;
    this.#stop = stop;
  }

  /** The backlog is at its end: the next one is asked for at once. */
  over(): void {
    this.#askedAt = -Infinity;
  }

  /** @returns the queue's estimate; null where it is too early to ask again, or none is to be had. */
  async estimate(now: EpochMs): Promise<number | null> {
    if (now - this.#askedAt < this.#everyMs) return null;
    this.#askedAt = now;
    return this.#connection
      .ask(TIMEOUT_MS, (queue, signal) => queue.waiting(signal), this.#stop)
      .catch(() => null);
  }
}
