import type { Seconds } from '../score/note';

/** Three hours and a little: as far back as the mood's history goes. */
const SPAN_SECONDS = 11_264;

/**
 * Event counts by whole second, for times whose marks have been let go. Holds the newest 11,264 s; older seconds
 * are forgotten. Takes 270 KB.
 */
export class SecondCounts {
  readonly #stamps = new Float64Array(SPAN_SECONDS).fill(-1);
  readonly #all = new Float64Array(SPAN_SECONDS);
  readonly #bad = new Float64Array(SPAN_SECONDS);
  #newest = -1;

  add(at: Seconds, events: number, bad: number): void {
    const second = Math.max(0, Math.floor(at));
    if (second <= this.#newest - SPAN_SECONDS) return;
    this.#newest = Math.max(this.#newest, second);
    const index = this.#place(second);
    this.#all[index] = (this.#all[index] ?? 0) + events;
    this.#bad[index] = (this.#bad[index] ?? 0) + bad;
  }

  /** Calls back for every second in [from, to) that holds a count, oldest first. */
  each(
    from: Seconds,
    to: Seconds,
    visit: (second: Seconds, events: number, bad: number) => void,
  ): void {
    const first = Math.max(0, Math.floor(from), this.#newest - SPAN_SECONDS + 1);
    const end = Math.min(to, this.#newest + 1);
    for (let second = first; second < end; second++) {
      const index = second % SPAN_SECONDS;
      const events = this.#all[index] ?? 0;
      if (this.#stamps[index] === second && events > 0)
        visit(second, events, this.#bad[index] ?? 0);
    }
  }

  /** The place of a second, emptied where an older one held it. */
  #place(second: number): number {
    const index = second % SPAN_SECONDS;
    if (this.#stamps[index] !== second) {
      this.#stamps[index] = second;
      this.#all[index] = 0;
      this.#bad[index] = 0;
    }
    return index;
  }
}
