import type { Seconds } from '$lib/core/score/note';
import type { Listening } from './listening';

/** Three hours of bars (2.5 s each). */
const CAPACITY = 4_320;

type Sample = Listening['moodHistory'][number];

/** The happiness score, one sample a bar, for three hours. */
export class MoodHistory {
  #samples: Sample[] = [];

  get samples(): readonly Sample[] {
    return this.#samples;
  }

  add(at: Seconds, happiness: number): void {
    this.#samples = [...this.#samples, { at, happiness }].slice(-CAPACITY);
  }
}
