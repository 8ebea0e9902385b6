import type { EpochMs } from '$lib/core/event/aws-event';

/** The least time between two repairs within one outage. */
const EVERY_MS = 600_000;

/** Has a missing queue made again: once an outage, and every ten minutes while it lasts. */
export class QueueRepair {
  readonly #repair: (signal: AbortSignal) => Promise<void>;
  #askedAt = -Infinity;
  #isUnderWay = false;

  /** @param repair resolves when the queue should be there, rejects when it cannot be made. */
  constructor(repair: (signal: AbortSignal) => Promise<void>) {
    this.#repair = repair;
  }

  /** The queue answers. */
  over(): void {
    this.#askedAt = -Infinity;
  }

  /**
   * The queue is missing.
   *
   * @returns whether a repair has been made now.
   * @throws the repair's own error.
   */
  async missing(now: EpochMs, signal: AbortSignal): Promise<boolean> {
    if (this.#isUnderWay || now - this.#askedAt < EVERY_MS) return false;
    this.#askedAt = now;
    this.#isUnderWay = true;
    try {
      await this.#repair(signal);
    } finally {
      this.#isUnderWay = false;
    }
    return true;
  }
}
