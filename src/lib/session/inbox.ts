/** What waits for its slot: first come, first heard, in the slot it was given. */
export class Inbox<T> {
  #slots = new Map<number, T[]>();

  put(slot: number, item: T): void {
    const items = this.#slots.get(slot);
    if (items) items.push(item);
    else this.#slots.set(slot, [item]);
  }

  /** Empties one slot. */
  takeSlot(slot: number): readonly T[] {
    const items = this.#slots.get(slot);
    this.#slots.delete(slot);
    return items ?? [];
  }
}
