import type { AwsEvent, EpochMs } from '$lib/core/event/aws-event';
import type { Family } from '$lib/core/event/family';
import type { Cue } from '$lib/core/mapping/cue';
import type { Note, Seconds } from '$lib/core/score/note';
import type { Disposition } from '$lib/core/score/score';
import type { Inspection } from './listening';

/** Everything the session knows of one event. */
export interface Entry {
  readonly event: AwsEvent;
  readonly cue: Cue;
  readonly title: string;
  readonly lane: Family;
  readonly rule: Inspection['rule'];
  readonly sentAt: EpochMs | null;
  readonly receivedAt: EpochMs;
  /** Which slot it was given to. */
  readonly slot: number;
  disposition: Disposition | null;
  reason: string | null;
  notes: Note[];
  /** When its first note sounds; null until it was composed. */
  soundsAt: Seconds | null;
}

/** The recent events by id, bounded: the oldest are forgotten first. */
export class Ledger {
  #entries = new Map<string, Entry>();
  #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  add(entry: Entry): void {
    this.#entries.set(entry.event.id, entry);
    if (this.#entries.size <= this.#capacity) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }
}
