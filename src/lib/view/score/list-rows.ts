import type { Seconds } from '$lib/core/score/note';
import type { Mark } from '$lib/core/timeline/mark';
import type { MarkWindow } from '$lib/core/timeline/mark-window';
import type { Accepts } from '../event-filter';

export const ROWS_PER_PAGE = 25;

export interface Page {
  /** Newest first. */
  readonly rows: readonly Mark[];
  readonly hasOlder: boolean;
}

/** Which page of which span. */
export interface PageWanted {
  readonly from: Seconds;
  readonly to: Seconds;
  /** Counted from 0, the newest. */
  readonly page: number;
}

/** One page of the marks of a span, newest first, that the filter accepts. */
export function listPage(
  marks: MarkWindow,
  { from, to, page }: PageWanted,
  accepts: Accepts,
): Page {
  const rows: Mark[] = [];
  let skip = page * ROWS_PER_PAGE;
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks.at(index);
    if (mark.at < from) break;
    if (mark.at > to || mark.events.length === 0 || !accepts(mark)) continue;
    if (skip-- > 0) continue;
    if (rows.length === ROWS_PER_PAGE) return { rows, hasOlder: true };
    rows.push(mark);
  }
  return { rows, hasOlder: false };
}
