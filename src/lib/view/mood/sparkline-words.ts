import type { Seconds } from '$lib/core/score/note';
import type { Listening } from '$lib/session/listening';
import { durationWords } from '../words/duration';

/** What the drawing of the happiness score says: at its left and right foot, and as a whole. */
export interface SparklineWords {
  readonly start: string;
  readonly end: string;
  readonly summary: string;
}

/**
 * The words of the last hours' score.
 *
 * @param end when the last sample was taken: `now`, or the time of day since which nothing is known
 * @param timeAt when it happened what was heard at a score time, where that is not now: in a recording
 */
export function sparklineWords(
  samples: Listening['moodHistory'],
  end: string,
  timeAt: ((at: Seconds) => string) | null,
): SparklineWords {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last)
    return { start: '', end: timeAt ? '' : end, summary: 'No happiness score yet' };
  const scores = samples.map(({ happiness }) => Math.round(happiness));
  const range = `between ${Math.min(...scores)} and ${Math.max(...scores)}`;
  const score = Math.round(last.happiness);
  if (timeAt) {
    const [from, to] = [timeAt(first.at), timeAt(last.at)];
    return {
      start: from,
      end: to,
      summary: `Happiness from ${from} to ${to}: ${range}, at last ${score}`,
    };
  }
  const length = durationWords(last.at - first.at);
  const when = end === 'now' ? 'now' : `last known at ${end},`;
  return {
    start: `${length} ${end === 'now' ? 'ago' : 'before'}`,
    end,
    summary: `Happiness over ${length}: ${range}, ${when} ${score}`,
  };
}
