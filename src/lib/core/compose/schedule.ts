import type { EpochMs } from '../event/aws-event';
import type { Seconds } from '../score/note';
import { SLOT_SECONDS } from './slot';

export interface ScheduleOptions {
  /** How many times faster than it happened; above 0. */
  readonly speed: number;
  /** Longer silences of music are shortened to this. */
  readonly maxGapSeconds: Seconds;
}

/** Something and the slot it is heard in. */
export interface Scheduled<Item> {
  readonly item: Item;
  readonly slot: number;
}

const SECOND: EpochMs = 1000;

/**
 * Orders items by their time (as given, where times are equal) and finds their slots: the first in slot 0, the others
 * `(t − t0) / speed` later, long silences shortened. Times in whole seconds know no better than a second: items of the
 * same one are spread over it evenly, a phrase and not a thud.
 */
export function schedule<Item>(
  items: readonly Item[],
  timeOf: (item: Item) => EpochMs,
  { speed, maxGapSeconds }: ScheduleOptions,
): readonly Scheduled<Item>[] {
  const ordered = items.toSorted((a, b) => timeOf(a) - timeOf(b));
  const times = spreadSeconds(ordered.map(timeOf));
  let seconds = 0;
  return ordered.map((item, at) => {
    const time = times[at] ?? 0;
    const gap = (time - (times[at - 1] ?? time)) / SECOND / speed;
    seconds += Math.min(gap, maxGapSeconds);
    return { item, slot: Math.floor(seconds / SLOT_SECONDS) };
  });
}

/** Ascending times, equal whole seconds spread over the second that they name. */
function spreadSeconds(times: readonly EpochMs[]): readonly EpochMs[] {
  const counts = new Map<EpochMs, number>();
  for (const time of times) counts.set(time, (counts.get(time) ?? 0) + 1);
  const told = new Map<EpochMs, number>();
  const spread = times.map((time) => {
    if (time % SECOND !== 0) return time;
    const place = told.get(time) ?? 0;
    told.set(time, place + 1);
    return time + (place / (counts.get(time) ?? 1)) * SECOND;
  });
  return spread.reduce<EpochMs[]>((kept, time) => {
    kept.push(Math.max(time, kept.at(-1) ?? time));
    return kept;
  }, []);
}
