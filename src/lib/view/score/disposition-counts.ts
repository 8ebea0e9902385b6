import type { Disposition } from '$lib/core/score/score';
import type { Counts } from '$lib/session/listening';

/** How many events ended one way. */
export interface DispositionCount {
  readonly disposition: Disposition;
  readonly count: number;
}

/** What may be lost is told even when nothing was. */
const ALWAYS_TOLD: ReadonlySet<Disposition> = new Set(['suppressed', 'unreadable']);

/**
 * The counts in the order they are told. Those at zero are left out, but for suppressed and unreadable.
 * What was heard and neither shares a note nor was kept back had a note of its own.
 */
export function dispositionCounts(counts: Counts): readonly DispositionCount[] {
  const { heard, aggregated, suppressed, muted, duplicate, unreadable } = counts;
  const all: readonly DispositionCount[] = [
    { disposition: 'played', count: heard - aggregated - suppressed - muted },
    { disposition: 'aggregated', count: aggregated },
    { disposition: 'suppressed', count: suppressed },
    { disposition: 'muted', count: muted },
    { disposition: 'duplicate', count: duplicate },
    { disposition: 'unreadable', count: unreadable },
  ];
  return all.filter(({ disposition, count }) => count > 0 || ALWAYS_TOLD.has(disposition));
}
