import { MAX_BODY_CHARS } from '../parse-json';

/** As much as is held of one part: a body of the greatest length, in JSON's escapes. */
export const MAX_PART_CHARS = 2 * MAX_BODY_CHARS;
const HEAD_CHARS = 200;
/** Enough for a field's name and the white space behind it. */
const TAIL_CHARS = 80;

/** The text of one part, gathered from the chunks that it lies in; of one that is too long, its beginning and its end. */
export class HeldText {
  #pieces: string[] = [];
  #chars = 0;
  #head = '';
  #tail = '';

  append(piece: string): void {
    if (this.#head.length < HEAD_CHARS) this.#head = (this.#head + piece).slice(0, HEAD_CHARS);
    this.#chars += piece.length;
    if (this.isTooLong) this.#pieces = [];
    else this.#pieces.push(piece);
    this.#tail =
      piece.length >= TAIL_CHARS
        ? piece.slice(-TAIL_CHARS)
        : (this.#tail + piece).slice(-TAIL_CHARS);
  }

  get isTooLong(): boolean {
    return this.#chars > MAX_PART_CHARS;
  }

  /** The first 200 characters. */
  get head(): string {
    return this.#head;
  }

  /** The last 80 characters. */
  get tail(): string {
    return this.#tail;
  }

  /** All of it; empty where it is too long. */
  get text(): string {
    return this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
  }

  clear(): void {
    this.#pieces = [];
    this.#chars = 0;
    this.#head = '';
    this.#tail = '';
  }
}
