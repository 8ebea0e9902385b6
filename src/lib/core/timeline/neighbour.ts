import type { Family } from '../event/family';
import type { Seconds } from '../score/note';
import type { Mark } from './mark';
import type { MarkWindow } from './mark-window';

/** Which marks a step may land on. */
export interface Reach {
  readonly lane: Family;
  /** Nothing later than this; usually now. */
  readonly until: Seconds;
  readonly accepts: (mark: Mark) => boolean;
}

/** Whether two marks are one, even when its disposition was settled in between. */
export function isSameMark(one: Mark, other: Mark): boolean {
  return (
    one === other ||
    (one.at === other.at && one.lane === other.lane && one.events[0] === other.events[0])
  );
}

function canLand(mark: Mark, reach: Reach): boolean {
  return (
    mark.lane === reach.lane &&
    mark.at <= reach.until &&
    mark.events.length > 0 &&
    mark.disposition !== 'suppressed' &&
    mark.disposition !== 'duplicate' &&
    reach.accepts(mark)
  );
}

function indexOf(marks: MarkWindow, mark: Mark): number {
  for (let index = marks.firstFrom(mark.at); index < marks.length; index++) {
    const other = marks.at(index);
    if (other.at > mark.at) break;
    if (isSameMark(other, mark)) return index;
  }
  return -1;
}

function search(marks: MarkWindow, start: number, step: 1 | -1, reach: Reach): Mark | null {
  for (let index = start; index >= 0 && index < marks.length; index += step) {
    const mark = marks.at(index);
    if (canLand(mark, reach)) return mark;
  }
  return null;
}

/** The next mark (or, with −1, the one before) in a lane; null at the end. */
export function stepFrom(marks: MarkWindow, mark: Mark, step: 1 | -1, reach: Reach): Mark | null {
  const index = indexOf(marks, mark);
  const start = index >= 0 ? index : marks.firstFrom(mark.at) - (step === 1 ? 1 : 0);
  return search(marks, start + step, step, reach);
}

/** The mark of a lane nearest to a time; null when the lane has none. */
export function nearestMark(marks: MarkWindow, time: Seconds, reach: Reach): Mark | null {
  const at = marks.firstFrom(time);
  const after = search(marks, at, 1, reach);
  const before = search(marks, at - 1, -1, reach);
  if (!after || !before) return after ?? before;
  return after.at - time < time - before.at ? after : before;
}
