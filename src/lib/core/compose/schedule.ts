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
/** What 32 bits hold: twenty-one years of music. */
const MAX_SLOT = 0xffff_ffff;

/** Orders items by their time (as given, where times are equal) and finds their slots, as `slotsOf` does. */
export function schedule<Item>(
  items: readonly Item[],
  timeOf: (item: Item) => EpochMs,
  options: ScheduleOptions,
): readonly Scheduled<Item>[] {
  const ordered = items.toSorted((a, b) => timeOf(a) - timeOf(b));
  const slots = slotsOf(Float64Array.from(ordered, timeOf), options);
  return ordered.map((item, at) => ({ item, slot: slots[at] ?? 0 }));
}

/**
 * The slots of ascending times: the first in slot 0, the others `(t − t0) / speed` later, long silences shortened.
 * Times in whole seconds know no better than a second: those of the same one are spread over it evenly, a phrase and
 * not a thud.
 */
export function slotsOf(times: Float64Array, options: ScheduleOptions): Uint32Array {
  const slots = new Uint32Array(times.length);
  walk(times, options, (at, seconds) => {
    slots[at] = Math.min(Math.floor(seconds / SLOT_SECONDS), MAX_SLOT);
  });
  return slots;
}

/** How long the music of ascending times is, from its first event to its last. */
export function musicSeconds(times: Float64Array, options: ScheduleOptions): Seconds {
  let last: Seconds = 0;
  walk(times, options, (_at, seconds) => (last = seconds));
  return last;
}

/** A place in the music from which on it keeps the distances of the times, and the time there. */
export interface Stretch {
  readonly at: Seconds;
  readonly time: EpochMs;
}

/** The places in the music of ascending times behind which no silence is shortened until the next: the start, and the end of each that was. */
export function stretchesOf(times: Float64Array, options: ScheduleOptions): Stretch[] {
  const stretches: Stretch[] = [];
  walk(times, options, (at, seconds, time, isShortened) => {
    if (at === 0 || isShortened) stretches.push({ at: seconds, time });
  });
  return stretches;
}

/** Tells the place of each time in the music, what it is once seconds are spread, and whether the silence before was shortened. */
function walk(
  times: Float64Array,
  { speed, maxGapSeconds }: ScheduleOptions,
  tell: (at: number, seconds: Seconds, time: EpochMs, isShortened: boolean) => void,
): void {
  let before = times[0] ?? 0;
  let seconds: Seconds = 0;
  for (let from = 0; from < times.length;) {
    const time = times[from] ?? 0;
    let to = from + 1;
    if (time % SECOND === 0) while (times[to] === time) to += 1;
    for (let at = from; at < to; at += 1) {
      const spread = Math.max(before, time + ((at - from) / (to - from)) * SECOND);
      const gapSeconds = (spread - before) / SECOND / speed;
      seconds += Math.min(gapSeconds, maxGapSeconds);
      tell(at, seconds, spread, gapSeconds > maxGapSeconds);
      before = spread;
    }
    from = to;
  }
}
