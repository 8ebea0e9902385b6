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
  /** Its share of the body that it came in. */
  readonly characters: number;
  /** Which slot it was given to. */
  readonly slot: number;
  disposition: Disposition | null;
  reason: string | null;
  notes: Note[];
  /** When its first note sounds; null until it was composed. */
  soundsAt: Seconds | null;
}

/** The recent events by id, bounded in count and in text: the oldest are forgotten first. */
export class Ledger {
  #entries = new Map<string, Entry>();
  #characters = 0;
  readonly #maxEntries: number;
  readonly #maxCharacters: number;

  /** @param maxCharacters of the bodies that the events came in */
  constructor(maxEntries: number, maxCharacters: number) {
    this.#maxEntries = maxEntries;
    this.#maxCharacters = maxCharacters;
  }

  get size(): number {
    return this.#entries.size;
  }

  add(entry: Entry): void {
    this.#entries.set(entry.event.id, entry);
    this.#characters += entry.characters;
    for (const oldest of this.#entries.values()) {
      if (this.#entries.size <= this.#maxEntries && this.#characters <= this.#maxCharacters) return;
      this.#entries.delete(oldest.event.id);
      this.#characters -= oldest.characters;
    }
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }
}
