/**
 * The least of the last `span` values, in constant time on average: a monotonic queue (Lemire 2006) in fixed arrays,
 * so that nothing is allocated on the audio thread.
 */
export class SlidingMinimum {
  readonly #span: number;
  readonly #values: Float64Array;
  readonly #places: Float64Array;
  #head = 0;
  #size = 0;
  #place = 0;

  constructor(span: number) {
    this.#span = span;
    this.#values = new Float64Array(span);
    this.#places = new Float64Array(span);
  }

  /** Takes one value and gives the least of the last `span`, that one among them. */
  push(value: number): number {
    while (this.#size > 0 && this.#at(this.#values, this.#size - 1) >= value) this.#size--;
    if (this.#size > 0 && this.#at(this.#places, 0) <= this.#place - this.#span) this.#dropOldest();
    const slot = (this.#head + this.#size) % this.#span;
    this.#values[slot] = value;
    this.#places[slot] = this.#place++;
    this.#size++;
    return this.#at(this.#values, 0);
  }

  #at(array: Float64Array, index: number): number {
    return array[(this.#head + index) % this.#span] ?? 0;
  }

  #dropOldest(): void {
    this.#head = (this.#head + 1) % this.#span;
    this.#size--;
  }
}
