import type { Seconds } from '$lib/core/score/note';
import type { HarmonySpan } from './listening';

/** Spans kept; the oldest go first. A mode lasts two bars at the least, so this is an hour or more. */
const CAPACITY = 720;

/** The keys and modes that the score went through. */
export class HarmonyTrack {
  #spans: HarmonySpan[] = [];

  get spans(): readonly HarmonySpan[] {
    return this.#spans;
  }

  follow(at: Seconds, now: Pick<HarmonySpan, 'tonic' | 'mode' | 'word'>): void {
    const last = this.#spans.at(-1);
    if (last && last.tonic === now.tonic && last.mode === now.mode) return;
    const closed = last ? [...this.#spans.slice(0, -1), { ...last, to: at }] : [];
    this.#spans = [...closed, { from: at, to: null, ...now }].slice(-CAPACITY);
  }
}
