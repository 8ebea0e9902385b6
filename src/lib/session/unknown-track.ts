import type { Seconds } from '$lib/core/score/note';
import type { UnknownSpan } from './listening';

/** Spans kept; the oldest go first. */
const CAPACITY = 200;

/** The stretches of the score of which we know nothing, because the connection was lost. */
export class UnknownTrack {
  #spans: UnknownSpan[] = [];

  get spans(): readonly UnknownSpan[] {
    return this.#spans;
  }

  /** Tells at each moment whether the connection is lost. */
  follow(at: Seconds, lost: boolean): void {
    const last = this.#spans.at(-1);
    const open = last !== undefined && last.to === null;
    if (lost && !open) this.#spans = [...this.#spans, { from: at, to: null }].slice(-CAPACITY);
    if (!lost && open) this.#spans = [...this.#spans.slice(0, -1), { from: last.from, to: at }];
  }
}
