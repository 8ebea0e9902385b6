import type { Seconds } from '../score/note';
import type { Disposition } from '../score/score';
import type { Mark } from './mark';
import type { MarkWindow } from './mark-window';
import { SecondCounts } from './second-counts';
import { isBad } from './shape';

/** A mark window that can be written to. */
export interface MarkRing extends MarkWindow {
  /** Adds a mark in its place in time; a full ring lets its oldest go and keeps only their counts. */
  push(mark: Mark): void;
  /** Gives the newest mark that stands for an event another disposition; false when there is none. */
  settle(eventId: string, disposition: Disposition): boolean;
}

/** Counted in the rates: what arrived and could be read, once. */
const COUNTED: ReadonlySet<Disposition> = new Set(['played', 'aggregated', 'suppressed', 'muted']);

class Ring implements MarkRing {
  readonly #capacity: number;
  readonly #marks: Mark[] = [];
  readonly #gone = new SecondCounts();
  #start = 0;
  #length = 0;
  #revision = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length() {
    return this.#length;
  }

  get revision() {
    return this.#revision;
  }

  #slot(index: number): number {
    return (this.#start + index) % this.#capacity;
  }

  at(index: number): Mark {
    const mark = index >= 0 && index < this.#length ? this.#marks[this.#slot(index)] : undefined;
    if (!mark) throw new RangeError(`No mark at ${index}; the window holds ${this.#length}.`);
    return mark;
  }

  firstFrom(time: Seconds): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle).at < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  push(mark: Mark): void {
    this.#revision++;
    if (this.#length === this.#capacity) {
      if (mark.at < this.at(0).at) return this.#count(mark);
      this.#dropOldest();
    }
    let index = this.#length++;
    for (; index > 0 && this.at(index - 1).at > mark.at; index--) {
      this.#marks[this.#slot(index)] = this.at(index - 1);
    }
    this.#marks[this.#slot(index)] = mark;
  }

  settle(eventId: string, disposition: Disposition): boolean {
    for (let index = this.#length - 1; index >= 0; index--) {
      const mark = this.at(index);
      if (!mark.events.includes(eventId)) continue;
      this.#marks[this.#slot(index)] = { ...mark, disposition };
      this.#revision++;
      return true;
    }
    return false;
  }

  rates(from: Seconds, to: Seconds, buckets: number) {
    const all = new Float64Array(buckets);
    const bad = new Float64Array(buckets);
    const add = (at: Seconds, events: number, badEvents: number) => {
      const bucket = Math.floor(((at - from) / (to - from)) * buckets);
      if (bucket < 0 || bucket >= buckets) return;
      all[bucket] = (all[bucket] ?? 0) + events;
      bad[bucket] = (bad[bucket] ?? 0) + badEvents;
    };
    this.#gone.each(from, to, add);
    for (let index = this.firstFrom(from); index < this.#length; index++) {
      const mark = this.at(index);
      if (mark.at >= to) break;
      if (COUNTED.has(mark.disposition))
        add(mark.at, mark.events.length, isBad(mark.shape) ? mark.events.length : 0);
    }
    return { all, bad };
  }

  #dropOldest(): void {
    this.#count(this.at(0));
    this.#start = this.#slot(1);
    this.#length--;
  }

  #count(mark: Mark): void {
    if (!COUNTED.has(mark.disposition)) return;
    const events = mark.events.length;
    this.#gone.add(mark.at, events, isBad(mark.shape) ? events : 0);
  }
}

/**
 * A bounded window of marks, empty at first. Pushing in order of time costs constant time; a mark that
 * comes late is moved back into its place. Rates reach back three hours, past marks that have been let go.
 *
 * @param capacity how many marks it holds, 1 or more
 */
export function createMarkRing(capacity: number): MarkRing {
  if (!Number.isInteger(capacity) || capacity < 1)
    throw new RangeError(`A mark window holds one mark or more, not ${capacity}.`);
  return new Ring(capacity);
}
