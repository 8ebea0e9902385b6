import type { AudioOutput } from '$lib/audio/audio-output';
import { type ComposerState, describe, initialState } from '$lib/core/compose/composer';
import { linkAt } from '$lib/core/compose/perform';
import { type Link, SLOTS_PER_BAR, slotTime } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { LinkChange } from '$lib/core/score/journal';
import type { Seconds } from '$lib/core/score/note';
import { createMarkRing } from '$lib/core/timeline/mark-ring';
import { Books } from './books';
import { HarmonyTrack } from './harmony-track';
import type { TakenBatch } from './intake';
import { LaneBoard } from './lane-board';
import { MoodHistory } from './mood-history';
import { Performance } from './performance';
import { SlotClock } from './slot-clock';
import { UnknownTrack } from './unknown-track';

/** Slots are composed this long before they sound: four ticks of the audio clock. */
export const LOOKAHEAD_SECONDS: Seconds = 0.1;
const MARKS_KEPT = 20_000;

export interface ConcertParts {
  readonly output: AudioOutput;
  readonly mapping: Mapping;
  readonly seed: number;
  readonly wallNow: () => EpochMs;
}

/** What is played, slot by slot, and everything that is written down of it. */
export class Concert {
  readonly clock: SlotClock;
  readonly lanes = new LaneBoard();
  marks = createMarkRing(MARKS_KEPT);
  harmony = new HarmonyTrack();
  unknown = new UnknownTrack();
  moods = new MoodHistory();
  books: Books;
  performance: Performance;
  /** The changes of the link, where they are told beforehand; else the link is as it is while a slot is played. */
  links: readonly LinkChange[] | null = null;
  readonly #parts: ConcertParts;

  constructor(parts: ConcertParts) {
    this.#parts = parts;
    const { output, wallNow, mapping, seed } = parts;
    this.clock = new SlotClock(output.now(), wallNow());
    this.books = new Books(mapping, seed);
    this.performance = this.#performanceFrom(initialState(seed));
  }

  /** Begins the score a moment from now, at its start or at the place that was sought before. */
  begin(): void {
    this.#jump(this.clock.next);
  }

  /** Enters a batch: what is to be composed waits in its slot. */
  enter(taken: TakenBatch): void {
    for (const entry of this.books.receive(taken)) this.performance.inbox.put(entry.slot, entry);
  }

  /** Enters a batch that is passed over, unheard. */
  pass(taken: TakenBatch, reason: string): void {
    for (const { event } of this.books.receive(taken))
      this.books.settle(event.id, 'suppressed', reason);
  }

  /** Plays every slot that is due. */
  tick(audio: Seconds, link: Link): void {
    for (const slot of this.clock.due(audio, LOOKAHEAD_SECONDS, this.#parts.wallNow()))
      this.#play(slot, link);
  }

  /** Forgets what was played, and stands at a slot, with the composer as it is there. */
  restart(slot: number, state: ComposerState): void {
    const { mapping, seed } = this.#parts;
    const { quietMode } = this.performance;
    this.marks = createMarkRing(MARKS_KEPT);
    this.harmony = new HarmonyTrack();
    this.unknown = new UnknownTrack();
    this.moods = new MoodHistory();
    this.books = new Books(mapping, seed);
    this.performance = this.#performanceFrom(state);
    this.performance.quietMode = quietMode;
    this.lanes.restart(Math.floor(slotTime(slot)));
    this.#jump(slot);
  }

  /** Plays the slots up to, but not with, one in silence and at once: they are drawn, but neither heard nor counted. */
  leadUpTo(slot: number): void {
    this.performance.isSilent = true;
    for (let each = this.clock.next; each < slot; each += 1) this.#play(each, 'up');
    this.performance.isSilent = false;
    this.books.restart();
    this.#jump(slot);
  }

  #jump(slot: number): void {
    const { output, wallNow } = this.#parts;
    this.clock.jump(slot, output.now() + LOOKAHEAD_SECONDS, wallNow());
  }

  #play(slot: number, link: Link): void {
    this.performance.playSlot(slot, this.links ? linkAt(this.links, slot) : link);
    if (slot % SLOTS_PER_BAR !== 0) return;
    const at = slotTime(slot);
    const { tonic, mode, word, happiness } = describe(this.performance.state);
    this.harmony.follow(at, { tonic, mode, word });
    this.moods.add(at, happiness);
  }

  #performanceFrom(state: ComposerState): Performance {
    const { output, wallNow } = this.#parts;
    const { clock, books, lanes, marks } = this;
    return new Performance({ clock, output, books, lanes, marks, wallNow }, state);
  }
}
