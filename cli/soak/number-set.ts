/** Which of the numbers 0 to n − 1 were seen, and which more than once; two bits a number. */
export class NumberSet {
  readonly #seen: Uint8Array;
  readonly #again: Uint8Array;
  readonly size: number;
  seen = 0;
  /** How many numbers were seen more than once. */
  doubled = 0;

  constructor(size: number) {
    this.size = size;
    this.#seen = new Uint8Array((size >> 3) + 1);
    this.#again = new Uint8Array((size >> 3) + 1);
  }

  /** @throws RangeError for a number that is not in the set's range. */
  add(number: number): void {
    if (!Number.isInteger(number) || number < 0 || number >= this.size)
      throw new RangeError(`${number} is none of the numbers that were sent`);
    if (this.#mark(this.#seen, number)) this.seen += 1;
    else if (this.#mark(this.#again, number)) this.doubled += 1;
  }

  has(number: number): boolean {
    return ((this.#seen[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }

  /** Sets a number's bit; false where it was set. */
  #mark(bits: Uint8Array, number: number): boolean {
    const byte = bits[number >> 3] ?? 0;
    const bit = 1 << (number & 7);
    bits[number >> 3] = byte | bit;
    return (byte & bit) === 0;
  }
}
