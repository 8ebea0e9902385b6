import type { EpochMs } from '$lib/core/event/aws-event';
import type { Surroundings } from '../surroundings';
import type { Connection } from './connection';
import { BATCH } from './queue';

/** After this long a message is let go: something is wrong with us, and another listener may have it. */
const MOST_HELD_MS = 15 * 60_000;
const TIMEOUT_MS = 10_000;
/** Where the queue does not tell; it is what a queue has unless told otherwise (SQS API reference, CreateQueue). */
const ASSUMED_SECONDS = 30;

interface Hold {
  readonly receivedAt: EpochMs;
  /** When the message must be hidden again: at two thirds of the time that it is hidden for. */
  dueAt: EpochMs;
}

/**
 * Keeps messages hidden in the queue that were received and are not yet deleted: while they are put into the journal,
 * and while their deletion is tried again. Each is hidden anew at two thirds of the queue's visibility timeout, for as
 * long again, up to 15 minutes after it was received (SQS would go on to 12 h). One that cannot be hidden comes again,
 * and is known as a duplicate then.
 */
export class HeldMessages {
  readonly #connection: Connection;
  readonly #surroundings: Surroundings;
  readonly #stop: AbortSignal;
  /** In the order in which they fall due. */
  readonly #holds = new Map<string, Hold>();
  #seconds: number | null = null;
  #isAwake = false;

  constructor(connection: Connection, surroundings: Surroundings, stop: AbortSignal) {
    this.#connection = connection;
    this.#surroundings = surroundings;
    this.#stop = stop;
  }

  hold(receipts: readonly string[]): void {
    if (receipts.length === 0 || this.#stop.aborted) return;
    const receivedAt = this.#surroundings.now();
    for (const receipt of receipts)
      this.#holds.set(receipt, { receivedAt, dueAt: receivedAt + this.#extendEveryMs });
    if (!this.#isAwake) void this.#watch();
  }

  release(receipts: readonly string[]): void {
    for (const receipt of receipts) this.#holds.delete(receipt);
  }

  get #extendEveryMs(): number {
    return ((this.#seconds ?? ASSUMED_SECONDS) * 2000) / 3;
  }

  /** Runs while there is something to hold; one timer for all. */
  async #watch(): Promise<void> {
    this.#isAwake = true;
    if (this.#seconds === null) await this.#learn();
    for (;;) {
      const [first] = this.#holds.values();
      if (!first || this.#stop.aborted) break;
      const waitMs = first.dueAt - this.#surroundings.now();
      if (waitMs > 0) await this.#surroundings.sleep(waitMs, this.#stop);
      else await this.#extend();
    }
    this.#isAwake = false;
  }

  /** Asks once how long the queue hides a message; what is held already falls due by that. */
  async #learn(): Promise<void> {
    const told = await this.#connection
      .ask(TIMEOUT_MS, (queue, signal) => queue.visibilitySeconds(signal), this.#stop)
      .catch(() => 0);
    this.#seconds = told > 0 ? told : ASSUMED_SECONDS;
    for (const hold of this.#holds.values()) hold.dueAt = hold.receivedAt + this.#extendEveryMs;
  }

  async #extend(): Promise<void> {
    const now = this.#surroundings.now();
    const due = [...this.#holds].filter(([, { dueAt }]) => dueAt <= now).slice(0, BATCH);
    const receipts = due.map(([receipt]) => receipt);
    const seconds = this.#seconds ?? ASSUMED_SECONDS;
    const isHidden = await this.#connection
      .ask(TIMEOUT_MS, (queue, signal) => queue.extend(receipts, seconds, signal), this.#stop)
      .then(
        () => true,
        () => false,
      );
    for (const [receipt, hold] of due) {
      // Deleted meanwhile.
      if (!this.#holds.delete(receipt)) continue;
      if (!isHidden || now - hold.receivedAt >= MOST_HELD_MS - this.#extendEveryMs) continue;
      this.#holds.set(receipt, { ...hold, dueAt: now + this.#extendEveryMs });
    }
  }
}
