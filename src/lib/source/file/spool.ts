/** As much as is gathered before a browser is given it to keep; large blobs lie on disk. */
const BLOCK_BYTES = 4 * 1_024 * 1_024;
/** A place is its block times this, and how far into it. */
const PLACES_A_BLOCK = 2 ** 26;
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;
/** Texts that lie closer than this are read in one go. */
const BRIDGED_BYTES = 65_536;

/** Where a text lies in a spool. */
export interface Place {
  readonly at: number;
  readonly bytes: number;
}

/** Neighbours in one block, read in one go. */
interface Run {
  readonly block: number;
  readonly from: number;
  to: number;
  readonly wanted: number[];
}

/** Texts that are written once, one after another, and read again by their places; they take no memory of the page. */
export class Spool {
  readonly #blocks: Blob[] = [];
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
      this.#blocks.push(new Blob([bytes]));
      return { at, bytes: bytes.length };
    }
    const { written } = this.#encoder.encodeInto(text, this.#buffer.subarray(this.#used));
    this.#used += written;
    return { at, bytes: written };
  }

  /** What was written until now can be read. */
  seal(): void {
    if (this.#used === 0) return;
    this.#blocks.push(new Blob([this.#buffer.subarray(0, this.#used)]));
    this.#used = 0;
  }

  /** The texts at some places, in the places' order. */
  async read(places: readonly Place[]): Promise<string[]> {
    const texts = new Array<string>(places.length).fill('');
    await Promise.all(runsOf(places).map((run) => this.#readRun(run, places, texts)));
    return texts;
  }

  async #readRun({ block, from, to, wanted }: Run, places: readonly Place[], texts: string[]) {
    const slice = this.#blocks[block]?.slice(from, to);
    const bytes = new Uint8Array((await slice?.arrayBuffer()) ?? new ArrayBuffer(0));
    for (const index of wanted) {
      const place = places[index];
      if (place === undefined) continue;
      const start = (place.at % PLACES_A_BLOCK) - from;
      texts[index] = this.#decoder.decode(bytes.subarray(start, start + place.bytes));
    }
  }
}

function runsOf(places: readonly Place[]): Run[] {
  const runs: Run[] = [];
  const inOrder = places.map((_, index) => index).sort((a, b) => at(places, a) - at(places, b));
  for (const index of inOrder) {
    const block = Math.floor(at(places, index) / PLACES_A_BLOCK);
    const from = at(places, index) % PLACES_A_BLOCK;
    const to = from + (places[index]?.bytes ?? 0);
    const run = runs.at(-1);
    if (run?.block === block && from <= run.to + BRIDGED_BYTES) {
      run.to = Math.max(run.to, to);
      run.wanted.push(index);
    } else runs.push({ block, from, to, wanted: [index] });
  }
  return runs;
}

function at(places: readonly Place[], index: number): number {
  return places[index]?.at ?? 0;
}
