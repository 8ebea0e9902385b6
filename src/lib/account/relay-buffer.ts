import type { Outcome } from '$lib/core/event/aws-event';

/** What gives way first when there is no more room. */
const GIVES_WAY: readonly Outcome[] = ['neutral', 'success', 'warning', 'error'];

/** What waits to be sent: in order, and bounded. The oldest of the least grave gives way, bad news last. */
export class RelayBuffer<T extends { readonly outcome: Outcome }> {
  /** How many had to give way. */
  dropped = 0;
  readonly #capacity: number;
  #items: T[] = [];

  /** @param capacity how many it holds, at least 1 */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#shrink();
  }

  /** The oldest, at most so many. */
  take(most: number): T[] {
    return this.#items.splice(0, most);
  }

  /** Puts what could not be sent back to where it was taken from. */
  putBack(items: readonly T[]): void {
    this.#items = [...items, ...this.#items];
    this.#shrink();
  }

  clear(): void {
    this.#items = [];
  }

  #shrink(): void {
    while (this.#items.length > this.#capacity) {
      this.#items.splice(this.#leastGrave(), 1);
      this.dropped += 1;
    }
  }

  #leastGrave(): number {
    for (const outcome of GIVES_WAY) {
      const at = this.#items.findIndex((item) => item.outcome === outcome);
      if (at >= 0) return at;
    }
    return 0;
  }
}
