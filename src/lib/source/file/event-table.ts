import type { EpochMs } from '$lib/core/event/aws-event';
import { bytes, Column, doubles, words } from './column';
import { idHash, IdSet } from './id-set';
import type { Place } from './spool';

/** One event on its way into the table. */
export interface EventRow {
  readonly id: string;
  /** Its place on the recording's clock. */
  readonly time: EpochMs;
  readonly event: Place;
  /** What the composer is told of it; of no bytes where the mapping mutes it or it was passed over. */
  readonly cue: Place;
  /** The number of its file, in the order of paths. */
  readonly file: number;
  readonly line: number;
  readonly isBad: boolean;
  /** The slot it was heard in, where a journal told. */
  readonly slot: number | null;
}

/** Events in the order of their times (in that of files and lines, where times are equal), each id once; column by column. */
export interface OrderedEvents {
  readonly length: number;
  /** The times of all events, those that were there twice included. */
  readonly allTimes: Float64Array;
  /** Which of all they are; null for every one. */
  readonly kept: Uint32Array | null;
  readonly duplicates: number;
  readonly times: Float64Array;
  readonly eventAt: Float64Array;
  readonly eventBytes: Uint32Array;
  readonly cueAt: Float64Array;
  readonly cueBytes: Uint32Array;
  readonly files: Uint32Array;
  readonly lines: Uint32Array;
  readonly bad: Uint8Array;
  /** The slots that a journal told for every one; null where not all have one. */
  readonly ownSlots: Uint32Array | null;
}

/** Some fifty bytes for each event, while its text lies in a spool. */
export class EventTable {
  readonly #times = new Column(doubles);
  readonly #eventAt = new Column(doubles);
  readonly #eventBytes = new Column(words);
  readonly #cueAt = new Column(doubles);
  readonly #cueBytes = new Column(words);
  readonly #files = new Column(words);
  readonly #lines = new Column(words);
  readonly #bad = new Column(bytes);
  readonly #idLow = new Column(words);
  readonly #idHigh = new Column(words);
  readonly #slots = new Column(words);

  get length(): number {
    return this.#times.length;
  }

  /** Whether every event was heard in a slot of its own. */
  get areAllInSlots(): boolean {
    return this.#slots.length === this.length;
  }

  add({ id, time, event, cue, file, line, isBad, slot }: EventRow): void {
    const { low, high } = idHash(id);
    if (slot !== null && this.areAllInSlots) this.#slots.push(slot);
    this.#times.push(time);
    this.#eventAt.push(event.at);
    this.#eventBytes.push(event.bytes);
    this.#cueAt.push(cue.at);
    this.#cueBytes.push(cue.bytes);
    this.#files.push(file);
    this.#lines.push(line);
    this.#bad.push(isBad ? 1 : 0);
    this.#idLow.push(low);
    this.#idHigh.push(high);
  }

  /** Orders the events, and drops each that has the id of one before it. */
  ordered(): OrderedEvents {
    const order = this.#byTime();
    const kept = this.#firstOfEach(order);
    const rows = kept === null ? order : kept.map((at) => order[at] ?? 0);
    return {
      length: rows.length,
      allTimes: this.#times.pick(order),
      kept,
      duplicates: order.length - rows.length,
      times: this.#times.pick(rows),
      eventAt: this.#eventAt.pick(rows),
      eventBytes: this.#eventBytes.pick(rows),
      cueAt: this.#cueAt.pick(rows),
      cueBytes: this.#cueBytes.pick(rows),
      files: this.#files.pick(rows),
      lines: this.#lines.pick(rows),
      bad: this.#bad.pick(rows),
      ownSlots: this.areAllInSlots ? this.#slots.pick(rows) : null,
    };
  }

  #byTime(): Uint32Array {
    const times = this.#times;
    const order = words(this.length).map((_, row) => row);
    return order.sort((a, b) => times.at(a) - times.at(b) || a - b);
  }

  #firstOfEach(order: Uint32Array): Uint32Array | null {
    const ids = new IdSet(order.length);
    const kept = new Column(words);
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] ?? 0;
      if (ids.add(this.#idLow.at(row), this.#idHigh.at(row))) kept.push(at);
    }
    return kept.length === order.length ? null : kept.all();
  }
}
