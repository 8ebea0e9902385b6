/** What waits for its slot: first come, first heard, in the slot it was given. */
export class Inbox<T> {
  #slots = new Map<number, T[]>();
  #waiting = 0;

  get waiting(): number {
    return this.#waiting;
  }

  put(slot: number, item: T): void {
    const items = this.#slots.get(slot);
    if (items) items.push(item);
    else this.#slots.set(slot, [item]);
    this.#waiting += 1;
  }

  /** Empties one slot. */
  takeSlot(slot: number): readonly T[] {
    const items = this.#slots.get(slot);
    if (!items) return [];
    this.#slots.delete(slot);
    this.#waiting -= items.length;
    return items;
  }
}
