import type { EventSource } from '$lib/source/event-source';

/** A queue that one listens to. */
export interface ListenedQueue {
  /** Reads the queue. */
  readonly source: EventSource;
  /** What all tabs know the queue by. */
  readonly name: string;
  /** The name of the journal that keeps what is heard. */
  readonly journalName: string;
  /** What stands between the tab that reads and the listening, if anything. */
  readonly heardThrough?: (source: EventSource) => EventSource;
}
