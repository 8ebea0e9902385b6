/** What a soak found. */
export interface SoakResult {
  readonly sent: number;
  /** How many different messages the page's journal had. */
  readonly journaled: number;
  readonly lost: number;
  /** How many messages the journal had more than once. */
  readonly doubled: number;
  readonly faults: number;
  /** Requests to the queue. */
  readonly requests: number;
  readonly seconds: number;
  readonly requestsPerMessage: number;
  /** What the reading tab's scripts hold, after a garbage collection, when it began and at the end. */
  readonly memoryBeforeMB: number;
  readonly memoryAfterMB: number;
  /** From the end of the tab that read to the first request of another; null where nothing was handed over. */
  readonly handOverP95Ms: number | null;
  readonly kills: number;
  /** What the reading tab's counter of heard events shows at the end. */
  readonly heard: number;
  /** The most messages that waited on the queue at once. */
  readonly mostWaiting: number;
  readonly faultsByKind: Readonly<Record<string, number>>;
}

/** A figure with three decimals at most. */
export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
