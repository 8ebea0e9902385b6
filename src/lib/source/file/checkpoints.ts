import { type ComposerState, initialState } from '$lib/core/compose/composer';
import { SilentPlay, type SilentScore } from './silent-play';

const MOST = 256;
const LEAST_DISTANCE_SLOTS = 256;

/** The composer's states at some slots of a piece, from which every other is found. A state takes at most 64 KB. */
export class Checkpoints {
  readonly #score: SilentScore;
  readonly #distance: number;
  readonly #states: ComposerState[];

  constructor(score: SilentScore, seed: number, totalSlots: number) {
    this.#score = score;
    this.#distance = Math.max(LEAST_DISTANCE_SLOTS, Math.ceil(totalSlots / MOST));
    this.#states = [initialState(seed)];
  }

  /** The state at the beginning of a slot, as straight playing gives it. */
  async stateAt(slot: number, signal: AbortSignal): Promise<ComposerState> {
    const place = Math.min(Math.floor(slot / this.#distance), this.#states.length - 1);
    const play = new SilentPlay(this.#score, this.#stateOf(place));
    for (let next = place + 1; next < MOST && next * this.#distance <= slot; next += 1) {
      await play.playTo(next * this.#distance, signal);
      this.#states[next] = play.state;
    }
    await play.playTo(slot, signal);
    return play.state;
  }

  #stateOf(place: number): ComposerState {
    const state = this.#states[place];
    if (state === undefined) throw new RangeError(`There is no checkpoint ${String(place)}.`);
    return state;
  }
}
