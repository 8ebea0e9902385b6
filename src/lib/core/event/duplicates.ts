/** Remembers the newest event ids, the oldest forgotten first, so that a redelivered event is heard once. */
export class RecentIds {
  readonly #ids = new Set<string>();
  readonly #capacity: number;

  /** `capacity` is how many ids are remembered, at least 1. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`RecentIds needs a capacity of 1 or more, and got ${String(capacity)}.`);
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Remembers an id, in constant time. False when it was remembered already: the event is a duplicate. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > this.#capacity) this.#forgetOldest();
    return true;
  }

  /** A Set iterates in the order of insertion, so its first id is the oldest. */
  #forgetOldest(): void {
    for (const oldest of this.#ids) {
      this.#ids.delete(oldest);
      return;
    }
  }
}
