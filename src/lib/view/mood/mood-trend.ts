import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';
import type { Listening } from '$lib/session/listening';

type History = Listening['moodHistory'];

/** How far back a trend looks: eight bars, 20 s. */
const BARS_BACK = 8;
/** Smaller changes are no trend. */
const LEAST_CHANGE = 2;

/** Which way the score goes. */
export function moodTrend(history: History): 'rising' | 'falling' | 'steady' {
  const last = history.at(-1);
  const before = history.at(-1 - BARS_BACK) ?? history[0];
  if (!last || !before) return 'steady';
  const change = last.happiness - before.happiness;
  if (Math.abs(change) < LEAST_CHANGE) return 'steady';
  return change > 0 ? 'rising' : 'falling';
}

/** At most so many samples, each the mean of its neighbours; the last stays as it is. */
export function thinned(history: History, most: number): History {
  if (history.length <= most) return history;
  const size = history.length / most;
  const last = history.at(-1);
  const means = Array.from({ length: most }, (_, index) => {
    const part = history.slice(Math.floor(index * size), Math.floor((index + 1) * size));
    const sum = part.reduce((total, { happiness }) => total + happiness, 0);
    return { at: part[0]?.at ?? 0, happiness: sum / Math.max(1, part.length) };
  });
  return last ? [...means.slice(0, -1), last] : means;
}

/** The samples up to a moment of the wall clock. */
export function historyUntil(
  history: History,
  wallAt: (at: Seconds) => EpochMs,
  until: EpochMs,
): History {
  return history.filter(({ at }) => wallAt(at) <= until);
}
