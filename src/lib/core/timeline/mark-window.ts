import type { Seconds } from '../score/note';
import type { Mark } from './mark';

/** The marks of the recent past and the next bar, in order of time, bounded. */
export interface MarkWindow {
  readonly length: number;
  /** Grows with every change; a drawing that has seen this revision is up to date. */
  readonly revision: number;
  at(index: number): Mark;
  /** The index of the first mark at or after a time; `length` when there is none. */
  firstFrom(time: Seconds): number;
  /** Events per bucket, over the whole span asked for: all, and the bad ones among them. */
  rates(from: Seconds, to: Seconds, buckets: number): { all: Float64Array; bad: Float64Array };
}
