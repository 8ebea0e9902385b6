type Numbers = Float64Array | Uint32Array | Uint8Array;

const FIRST_LENGTH = 4_096;
const GROWTH = 1.5;

/** Numbers of one kind that grow in number: a column of a table, without an object a row. */
export class Column<Kind extends Numbers> {
  readonly #make: (length: number) => Kind;
  #values: Kind;
  #length = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#values = make(FIRST_LENGTH);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = this.#make(Math.ceil(this.#length * GROWTH));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(row: number): number {
    return this.#values[row] ?? 0;
  }

  /** All values, in their order; a view, good until the next is pushed. */
  all(): Kind {
    return this.#values.subarray(0, this.#length) as Kind;
  }

  /** The values of some rows, in the order of the rows given. */
  pick(rows: Uint32Array): Kind {
    const picked = this.#make(rows.length);
    for (let at = 0; at < rows.length; at += 1) picked[at] = this.#values[rows[at] ?? 0] ?? 0;
    return picked;
  }
}

export const doubles = (length: number): Float64Array => new Float64Array(length);
export const words = (length: number): Uint32Array => new Uint32Array(length);
export const bytes = (length: number): Uint8Array => new Uint8Array(length);
