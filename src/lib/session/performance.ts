import type { AudioOutput } from '$lib/audio/audio-output';
import { compose, type ComposerState } from '$lib/core/compose/composer';
import { type Link, slotTime } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Note, Seconds } from '$lib/core/score/note';
import type { Disposition } from '$lib/core/score/score';
import type { MarkRing } from '$lib/core/timeline/mark-ring';
import { AnnotationTrack } from './annotation-track';
import type { Books } from './books';
import { Inbox } from './inbox';
import type { Entry } from './ledger';
import type { LaneBoard } from './lane-board';
import { markOf } from './mark-of';
import type { SlotClock } from './slot-clock';

export interface PerformanceParts {
  readonly clock: SlotClock;
  readonly output: AudioOutput;
  readonly books: Books;
  readonly lanes: LaneBoard;
  readonly marks: MarkRing;
  readonly wallNow: () => EpochMs;
}

const INTERRUPTS: ReadonlySet<string> = new Set(['some', 'fully']);

/** Plays slot after slot: the composer in the middle; sound, timeline and bookkeeping around it. */
export class Performance {
  readonly inbox = new Inbox<Entry>();
  readonly annotations = new AnnotationTrack();
  quietMode = false;
  /** Whether what is played makes no sound, because it leads up to the place where the playing begins. */
  isSilent = false;
  state: ComposerState;
  /** From the newest event's own time to its sound; null before the first. */
  lagSeconds: Seconds | null = null;
  #parts: PerformanceParts;

  constructor(parts: PerformanceParts, state: ComposerState) {
    this.#parts = parts;
    this.state = state;
  }

  playSlot(index: number, link: Link): void {
    const entries = this.inbox.takeSlot(index);
    for (const entry of entries) this.#hear(entry, slotTime(index));
    const step = compose(this.state, { index, link, cues: entries.map(({ cue }) => cue) });
    this.state = step.state;
    for (const { id, disposition, reason } of step.settled) this.#settle(id, disposition, reason);
    for (const note of step.notes) this.#sound(note);
    this.#draw(step.notes);
  }

  #hear(entry: Entry, at: Seconds): void {
    this.#parts.lanes.hear(entry.lane, Math.floor(at));
    this.annotations.follow(at, entry.cue, entry.event.source);
  }

  #settle(id: string, disposition: Disposition, reason: string | undefined): void {
    const { books } = this.#parts;
    const entry = books.ledger.get(id);
    const silenced = entry ? this.#silencedBy(entry) : null;
    if (silenced) books.settle(id, 'muted', silenced);
    else books.settle(id, disposition, reason);
  }

  /** Why an event is not heard although it was composed; null when it is. */
  #silencedBy(entry: Entry): string | null {
    if (!this.#parts.lanes.sounds(entry.lane)) return 'its lane is muted';
    if (this.quietMode && !INTERRUPTS.has(entry.cue.interrupt)) return 'quiet mode';
    return null;
  }

  #sound(note: Note): void {
    const { clock, output, books, lanes } = this.#parts;
    const entry = this.#first(note);
    if (entry ? this.#silencedBy(entry) : this.quietMode && note.voice === 'pad') return;
    if (!this.isSilent) output.play(note, clock.audioAt(note.time));
    books.sound(note);
    if (entry) lanes.strike(entry.lane, Math.floor(note.time), note.voice, note.velocity);
  }

  /** One mark for all the notes of a figure; its later notes, in this slot or another, add none. */
  #draw(notes: readonly Note[]): void {
    const { books, marks } = this.#parts;
    for (const note of notes) {
      const entry = this.#first(note);
      if (!entry || entry.soundsAt !== null) continue;
      for (const id of note.events) {
        const each = books.ledger.get(id);
        if (each) each.soundsAt = note.time;
      }
      this.lagSeconds = this.#lag(entry, note.time);
      marks.push(
        markOf(
          entry,
          notes.filter((other) => other.events[0] === entry.event.id),
        ),
      );
    }
  }

  /** Measured on the audio clock from this moment on, so that a drift of the wall clock does not add up. */
  #lag(entry: Entry, soundsAt: Seconds): Seconds {
    const { clock, output, wallNow } = this.#parts;
    const ahead = clock.audioAt(soundsAt) - output.now() + output.latencySeconds;
    return Math.max(0, (wallNow() - entry.event.time) / 1_000 + ahead);
  }

  #first(note: Note): Entry | undefined {
    const id = note.events[0];
    return id === undefined ? undefined : this.#parts.books.ledger.get(id);
  }
}
