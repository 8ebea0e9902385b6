import type { Cause } from '../event-source';
import type { Surroundings } from '../surroundings';
import { backoffMs } from './backoff';
import { PATIENCE } from './errors';

/** A row of failures without an answer between them, and how long to wait after each. */
export class Outage {
  readonly #surroundings: Surroundings;
  readonly #capMs: number;
  #failures = 0;
  readonly #triedAtOnce = new Set<Cause>();

  /** @param capMs the longest wait, whatever the cause. */
  constructor(surroundings: Surroundings, capMs: number) {
    this.#surroundings = surroundings;
    this.#capMs = capMs;
  }

  /** @returns milliseconds until the next try: 0 the first time for what may mend itself by being asked again. */
  failed(cause: Cause): number {
    this.#failures += 1;
    if (PATIENCE[cause].atOnceFirst && !this.#triedAtOnce.has(cause)) {
      this.#triedAtOnce.add(cause);
      return 0;
    }
    // Without a network it is its return that ends the wait; the time is only for machines that do not tell.
    const draw = cause === 'offline' ? 1 : this.#surroundings.random();
    return backoffMs(PATIENCE[cause], this.#failures, this.#capMs, draw);
  }

  over(): void {
    this.#failures = 0;
    this.#triedAtOnce.clear();
  }
}
