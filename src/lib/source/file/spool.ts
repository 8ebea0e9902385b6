import { packBlock, unpackBlock } from './packed-block';

/** As much as is gathered before it is packed and given to the browser to keep. */
const BLOCK_BYTES = 1_024 * 1_024;
/** A place is its block times this, and how far into it. */
const PLACES_A_BLOCK = 2 ** 26;
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;
/** Blocks that are kept unpacked: neighbours in time lie in a few. */
const MOST_UNPACKED = 8;

/** Where a text lies in a spool. */
export interface Place {
  readonly at: number;
  readonly bytes: number;
}

/** Texts that are written once, one after another, and read again by their places: packed, and outside of the page's memory. */
export class Spool {
  readonly #blocks: Promise<Blob>[] = [];
  readonly #unpacked = new Map<number, Promise<Uint8Array>>();
  readonly #buffer = new Uint8Array(BLOCK_BYTES);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #used = 0;

  append(text: string): Place {
    const most = text.length * BYTES_A_UNIT;
    if (this.#used + most > BLOCK_BYTES) this.seal();
    const at = this.#blocks.length * PLACES_A_BLOCK + this.#used;
    if (most > BLOCK_BYTES) {
      const bytes = this.#encoder.encode(text);
      this.#blocks.push(packBlock(bytes));
      return { at, bytes: bytes.length };
    }
    const { written } = this.#encoder.encodeInto(text, this.#buffer.subarray(this.#used));
    this.#used += written;
    return { at, bytes: written };
  }

  /** What was written until now can be read. */
  seal(): void {
    if (this.#used === 0) return;
    this.#blocks.push(packBlock(this.#buffer.slice(0, this.#used)));
    this.#used = 0;
  }

  /** Resolves when all that was written is packed; await it before writing much more. */
  async settled(): Promise<void> {
    await this.#blocks.at(-1);
  }

  /** The texts at some places, in the places' order. */
  async read(places: readonly Place[]): Promise<string[]> {
    const texts = new Array<string>(places.length).fill('');
    for (const [block, wanted] of byBlock(places)) {
      const bytes = await this.#block(block);
      for (const index of wanted) texts[index] = this.#textIn(bytes, places[index]);
    }
    return texts;
  }

  #textIn(bytes: Uint8Array, place: Place | undefined): string {
    if (place === undefined) return '';
    const from = place.at % PLACES_A_BLOCK;
    return this.#decoder.decode(bytes.subarray(from, from + place.bytes));
  }

  /** The blocks read last are kept at hand. */
  async #block(number: number): Promise<Uint8Array> {
    const bytes = this.#unpacked.get(number) ?? this.#unpack(number);
    this.#unpacked.delete(number);
    this.#unpacked.set(number, bytes);
    const [oldest = number] = this.#unpacked.keys();
    if (this.#unpacked.size > MOST_UNPACKED) this.#unpacked.delete(oldest);
    return bytes;
  }

  async #unpack(number: number): Promise<Uint8Array> {
    const block = await this.#blocks[number];
    return block === undefined ? new Uint8Array(0) : unpackBlock(block);
  }
}

/** Which places lie in which block. */
function byBlock(places: readonly Place[]): Map<number, number[]> {
  const blocks = new Map<number, number[]>();
  for (const [index, { at, bytes }] of places.entries()) {
    if (bytes === 0) continue;
    const number = Math.floor(at / PLACES_A_BLOCK);
    const together = blocks.get(number);
    if (together) together.push(index);
    else blocks.set(number, [index]);
  }
  return blocks;
}
