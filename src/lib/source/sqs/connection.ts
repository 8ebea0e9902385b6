import type { Queue } from './queue';
import { within } from './within';

/** One connection to the queue for all requests of a run, made when first needed and anew when it failed or hung. */
export class Connection {
  readonly #connect: () => Promise<Queue>;
  #queue: Promise<Queue> | null = null;

  constructor(connect: () => Promise<Queue>) {
    this.#connect = connect;
  }

  /**
   * One request, its connection and its credentials included. What hangs is given up at the limit, and the connection
   * with it.
   *
   * @param stop ends the request; without it, only the limit does.
   * @throws the request's own error, or a `TimeoutError`.
   */
  async ask<T>(
    limitMs: number,
    request: (queue: Queue, signal: AbortSignal) => Promise<T>,
    stop?: AbortSignal,
  ): Promise<T> {
    const limit = AbortSignal.timeout(limitMs);
    const signal = stop ? AbortSignal.any([stop, limit]) : limit;
    const connected = this.#connected();
    try {
      return await within(
        connected.then((queue) => request(queue, signal)),
        limit,
      );
    } catch (thrown) {
      if (!limit.aborted) throw thrown;
      this.#forget(connected);
      throw limit.reason;
    }
  }

  /** Has the next request ask for fresh credentials; see `Queue.renew`. */
  async renew(): Promise<void> {
    await this.#queue?.then(
      (queue) => queue.renew(),
      () => undefined,
    );
  }

  #connected(): Promise<Queue> {
    if (this.#queue) return this.#queue;
    const queue = this.#connect();
    queue.catch(() => this.#forget(queue));
    this.#queue = queue;
    return queue;
  }

  /** Lets the next request connect anew, if no other has done so already. */
  #forget(queue: Promise<Queue>): void {
    if (this.#queue === queue) this.#queue = null;
  }
}
