/**
 * The mean of the last `span` values, in double precision. The running sum is replaced by a freshly added one at every
 * turn of the ring, so that a day of rounding errors cannot gather.
 */
export class MovingAverage {
  readonly #ring: Float64Array;
  #next = 0;
  #sum: number;
  #fresh = 0;

  /** @param start the value that is taken to have come before the first. */
  constructor(span: number, start: number) {
    this.#ring = new Float64Array(span).fill(start);
    this.#sum = span * start;
  }

  push(value: number): number {
    this.#sum += value - (this.#ring[this.#next] ?? 0);
    this.#fresh += value;
    this.#ring[this.#next] = value;
    if (++this.#next === this.#ring.length) this.#turn();
    return this.#sum / this.#ring.length;
  }

  #turn(): void {
    this.#next = 0;
    this.#sum = this.#fresh;
    this.#fresh = 0;
  }
}
