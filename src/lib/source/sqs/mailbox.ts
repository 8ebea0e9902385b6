/** Hands items from those who post to the one who waits, in order, and keeps nothing of those who have gone. */
export class Mailbox<T> {
  readonly #items: T[] = [];
  #wake: (() => void) | null = null;

  post(item: T): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** The items at the front that are of a kind, none when the first is of another. */
  takeWhile<Kind extends T>(isOfKind: (item: T) => item is Kind): Kind[] {
    const end = this.#items.findIndex((item) => !isOfKind(item));
    return this.#items.splice(0, end < 0 ? this.#items.length : end) as Kind[];
  }

  /** The next item, as soon as there is one. One reader at a time. */
  async next(): Promise<T> {
    for (;;) {
      if (this.#items.length > 0) return this.#items.shift() as T;
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
  }
}
