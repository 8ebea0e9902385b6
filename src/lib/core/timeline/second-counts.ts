import type { Seconds } from '../score/note';

/** Three hours and a little: as far back as the mood's history goes. */
const SPAN_SECONDS = 11_264;

/** Event counts by whole second, for times whose marks have been let go. */
export interface SecondCounts {
  add(at: Seconds, events: number, bad: number): void;
  /** Calls back for every second in [from, to) that holds a count, oldest first. */
  each(
    from: Seconds,
    to: Seconds,
    visit: (second: Seconds, events: number, bad: number) => void,
  ): void;
}

/** Counts by second over the newest 11,264 s; older seconds are forgotten. Takes 270 KB. */
export function createSecondCounts(): SecondCounts {
  const stamps = new Float64Array(SPAN_SECONDS).fill(-1);
  const all = new Float64Array(SPAN_SECONDS);
  const bad = new Float64Array(SPAN_SECONDS);
  let newest = -1;

  function place(second: number): number {
    const index = second % SPAN_SECONDS;
    if (stamps[index] !== second) {
      stamps[index] = second;
      all[index] = 0;
      bad[index] = 0;
    }
    return index;
  }

  return {
    add(at, events, badEvents) {
      const second = Math.max(0, Math.floor(at));
      if (second <= newest - SPAN_SECONDS) return;
      newest = Math.max(newest, second);
      const index = place(second);
      all[index] = (all[index] ?? 0) + events;
      bad[index] = (bad[index] ?? 0) + badEvents;
    },
    each(from, to, visit) {
      const first = Math.max(0, Math.floor(from), newest - SPAN_SECONDS + 1);
      const end = Math.min(to, newest + 1);
      for (let second = first; second < end; second++) {
        const index = second % SPAN_SECONDS;
        const events = all[index] ?? 0;
        if (stamps[index] === second && events > 0) visit(second, events, bad[index] ?? 0);
      }
    },
  };
}
