import { draw } from '../../src/lib/core/compose/seeded-random';

/** A seeded generator: the same seed gives the same draws. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number, at least 0 and below `count`. */
  below(count: number): number {
    const { value, state } = draw(this.#state);
    this.#state = state;
    return Math.floor(value * count);
  }

  /** The same items in another order (Fisher and Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }
}
