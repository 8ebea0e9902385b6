import type { EpochMs } from '../event/aws-event';

/** One message body, and in which slots the events that were new in it were heard, in the reading's order. */
export interface HeardBody {
  readonly text: string;
  readonly receivedAt: EpochMs;
  readonly slots: readonly number[];
  /**
   * The ids of those events. Where it is absent, every event is new whose id is in no earlier body; where it is there,
   * the others were heard before this journal began.
   */
  readonly ids?: readonly string[];
  /** Why its events were passed over, unheard; absent where they were heard. */
  readonly passed?: string;
}

/** A change of the link, in force from its slot on. */
export interface LinkChange {
  readonly slot: number;
  readonly link: 'up' | 'behind' | 'down';
}

/** What was heard, and in which slot: enough to make the same Score again. */
export interface ScoreJournal {
  readonly version: 1;
  readonly seed: number;
  readonly mapping: { readonly name: string; readonly sha256: string };
  /** In the order of receipt. */
  readonly bodies: readonly HeardBody[];
  /** In the order of their slots; up until the first. */
  readonly links: readonly LinkChange[];
}
