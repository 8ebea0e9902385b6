import { type Mapping, mutedBecause } from '$lib/core/mapping/mapping';
import type { Note } from '$lib/core/score/note';
import { ScoreRecorder } from '$lib/core/score/score-recorder';
import type { Disposition, Score } from '$lib/core/score/score';
import type { TakenBatch } from './intake';
import { type Entry, Ledger } from './ledger';
import type { Counts, UnreadableEntry } from './listening';
import { Tally } from './tally';

const EVENTS_KEPT = 20_000;
/** About 64 MB of bodies, as the browser keeps text. */
const CHARACTERS_KEPT = 32_000_000;
const UNREADABLE_KEPT = 500;

/** The books of a session: what every event was and what became of it. All bounded, but for the counts. */
export class Books {
  readonly ledger = new Ledger(EVENTS_KEPT, CHARACTERS_KEPT);
  #tally = new Tally();
  #recorder: ScoreRecorder;
  #unreadable: readonly UnreadableEntry[] = [];
  readonly #mapping: Pick<Mapping, 'name' | 'sha256' | 'others'>;
  readonly #seed: number;

  constructor(mapping: Pick<Mapping, 'name' | 'sha256' | 'others'>, seed: number) {
    this.#mapping = mapping;
    this.#seed = seed;
    this.#recorder = this.#newRecorder();
  }

  /** Counts and writes down from here on; the ledger keeps what it has. */
  restart(): void {
    this.#tally = new Tally();
    this.#recorder = this.#newRecorder();
  }

  get counts(): Counts {
    return this.#tally.counts;
  }

  /** The newest 500, oldest first. */
  get unreadable(): readonly UnreadableEntry[] {
    return this.#unreadable;
  }

  /** The newest 20,000 events and as many notes. */
  score(): Score {
    return this.#recorder.score();
  }

  /**
   * Enters a batch. Gives the new events that are to be composed: they wait for their disposition, all else has it.
   * A mapping may mute what no rule of it is for.
   */
  receive({ entries, duplicates, unreadable }: TakenBatch): readonly Entry[] {
    const composed: Entry[] = [];
    for (const entry of entries) {
      this.ledger.add(entry);
      this.#recorder.add(entry.event, entry.rule?.id ?? null);
      const muted = mutedBecause(this.#mapping, entry.rule);
      if (muted === null) composed.push(entry);
      else this.settle(entry.event.id, 'muted', muted);
    }
    for (const event of duplicates) {
      this.#tally.count('duplicate');
      this.#recorder.duplicate(event);
    }
    for (const { reason } of unreadable) {
      this.#tally.count('unreadable');
      this.#recorder.unreadable(reason);
    }
    if (unreadable.length > 0)
      this.#unreadable = [...this.#unreadable, ...unreadable].slice(-UNREADABLE_KEPT);
    return composed;
  }

  settle(id: string, disposition: Disposition, reason: string | undefined): void {
    this.#tally.count(disposition);
    this.#recorder.settle(id, disposition, reason);
    const entry = this.ledger.get(id);
    if (!entry) return;
    entry.disposition = disposition;
    entry.reason = reason ?? null;
  }

  /** Enters a note that was handed to the sound. */
  sound(note: Note): void {
    this.#tally.sounded(1);
    this.#recorder.sound(note);
    for (const id of note.events) this.ledger.get(id)?.notes.push(note);
  }

  #newRecorder(): ScoreRecorder {
    return new ScoreRecorder({
      mapping: this.#mapping,
      seed: this.#seed,
      capacity: EVENTS_KEPT,
    });
  }
}
