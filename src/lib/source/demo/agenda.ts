interface Entry<T> {
  readonly atMs: number;
  /** First come, first served among entries of one time. */
  readonly order: number;
  readonly item: T;
}

function before<T>(a: Entry<T>, b: Entry<T>): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

/** Items in order of time: a binary heap. */
export class Agenda<T> {
  readonly #heap: Entry<T>[] = [];
  #added = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The time of the earliest item; infinite when there is none. */
  get firstMs(): number {
    return this.#heap[0]?.atMs ?? Infinity;
  }

  add(atMs: number, item: T): void {
    const entry = { atMs, order: this.#added++, item };
    let at = this.#heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#heap[above];
      if (!parent || !before(entry, parent)) break;
      this.#heap[at] = parent;
      at = above;
    }
    this.#heap[at] = entry;
  }

  /** Takes the earliest item out; undefined when there is none. */
  take(): { readonly atMs: number; readonly item: T } | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (last && this.#heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: Entry<T>): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      const [child, place] = a && b && before(b, a) ? [b, left + 1] : [a, left];
      if (!child || !before(child, entry)) break;
      heap[at] = child;
      at = place;
    }
    heap[at] = entry;
  }
}
