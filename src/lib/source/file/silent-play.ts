import { compose, type ComposerState } from '$lib/core/compose/composer';
import { linkAt } from '$lib/core/compose/perform';
import type { Cue } from '$lib/core/mapping/cue';
import type { LinkChange } from '$lib/core/score/journal';
import { firstRow } from './first-row';

/** What the composer is told, row by row, in the order of slots. */
export interface SilentScore {
  readonly slots: Uint32Array;
  readonly links: readonly LinkChange[];
  /** The cues of rows; null for one that is muted or was passed over. */
  cues(from: number, to: number): Promise<readonly (Cue | null)[]>;
}

/** Rows that are read in one go. */
const ROWS = 2_000;
/** Slots that are composed in one go: some ten milliseconds of work. */
const SLOTS = 2_000;

/** Composes slots one after another and keeps nothing but the state. Lets others have their turn now and then. */
export class SilentPlay {
  readonly #score: SilentScore;
  #state: ComposerState;
  #row: number;
  #cues: readonly (Cue | null)[] = [];
  #cuesFrom = 0;

  /** @param state the state to begin with; its index is the first slot */
  constructor(score: SilentScore, state: ComposerState) {
    this.#score = score;
    this.#state = state;
    this.#row = firstRow(score.slots, state.index);
    this.#cuesFrom = this.#row;
  }

  get state(): ComposerState {
    return this.#state;
  }

  /** Composes up to, but not with, a slot. */
  async playTo(slot: number, signal: AbortSignal): Promise<void> {
    while (this.#state.index < slot) {
      signal.throwIfAborted();
      const end = Math.min(slot, this.#state.index + SLOTS);
      await this.#playSome(end);
    }
  }

  /** Composes one slot behind the last event. */
  playEmpty(): void {
    this.#compose([]);
  }

  async #playSome(end: number): Promise<void> {
    await nextTurn();
    while (this.#state.index < end) {
      const cues: Cue[] = [];
      while (this.#score.slots[this.#row] === this.#state.index) {
        const cue = await this.#nextCue();
        if (cue !== null) cues.push(cue);
      }
      this.#compose(cues);
    }
  }

  #compose(cues: readonly Cue[]): void {
    const { index } = this.#state;
    const link = linkAt(this.#score.links, index);
    this.#state = compose(this.#state, { index, cues, link }).state;
  }

  /** Waits only where rows have to be read. */
  #nextCue(): Promise<Cue | null> | Cue | null {
    const at = this.#row - this.#cuesFrom;
    this.#row += 1;
    if (at < this.#cues.length) return this.#cues[at] ?? null;
    return this.#readOn(this.#row - 1);
  }

  async #readOn(row: number): Promise<Cue | null> {
    this.#cuesFrom = row;
    this.#cues = await this.#score.cues(row, Math.min(row + ROWS, this.#score.slots.length));
    return this.#cues[0] ?? null;
  }
}

/** A turn of the event loop, in which messages are heard. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
