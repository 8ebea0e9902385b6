import type { Seconds } from '$lib/core/score/note';
import type { Mark } from '$lib/core/timeline/mark';
import type { MarkWindow } from '$lib/core/timeline/mark-window';

/** A screen reader is interrupted at most this often. */
const LEAST_GAP_SECONDS: Seconds = 30;

/**
 * Watches for news that interrupts. Each call looks at what was heard since the last look, and gives the
 * newest such mark. There is no look for 30 s after one was given: what comes meanwhile is told after them. A step back in time begins anew.
 */
export function createNewsWatch(): (marks: MarkWindow, now: Seconds) => Mark | null {
  let seenUntil: Seconds | null = null;
  let toldAt: Seconds = -Infinity;
  return (marks, now) => {
    if (seenUntil !== null && now < seenUntil) {
      seenUntil = null;
      toldAt = -Infinity;
    }
    if (now - toldAt < LEAST_GAP_SECONDS) return null;
    const from = seenUntil ?? now;
    seenUntil = now;
    for (let index = marks.firstFrom(now) - 1; index >= 0; index--) {
      const mark = marks.at(index);
      if (mark.at < from) return null;
      if (mark.shape !== 'cross' || mark.disposition === 'muted') continue;
      toldAt = now;
      return mark;
    }
    return null;
  };
}
