import { hashOf } from '../../core/compose/hash';
import { draw } from '../../core/compose/seeded-random';

/** Seeded chance: the same seed gives the same draws in the same order. */
export class Chance {
  readonly #seedDigits: string;
  #state: number;
  #uuids = 0;

  /** @param seed any whole number; neighbours give unlike sequences. */
  constructor(seed: number) {
    this.#state = hashOf(`chance ${seed}`);
    this.#seedDigits = digits(hashOf(`uuid ${seed}`));
  }

  /** At least 0, below 1. */
  next(): number {
    const { value, state } = draw(this.#state);
    this.#state = state;
    return value;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.whole(0, choices.length - 1)] ?? choices[0];
  }

  /** The time to the next arrival of a Poisson process, in units of the mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    let text = '';
    while (text.length < length) text += digits(Math.floor(this.next() * 2 ** 32));
    return text.slice(0, length);
  }

  /** A version 4 UUID in form. Its first half counts on, so none comes twice from a seed, nor from two seeds. */
  uuid(): string {
    const seed = this.#seedDigits;
    const place = digits(hashOf(`place ${this.#uuids++}`));
    return [
      place,
      seed.slice(0, 4),
      `4${seed.slice(4, 7)}`,
      `a${seed.slice(7)}${this.hex(2)}`,
      `${this.hex(12)}`,
    ].join('-');
  }
}

function digits(word: number): string {
  return word.toString(16).padStart(8, '0');
}
