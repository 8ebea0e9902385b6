import type { Outcome } from '../event/aws-event';
import type { Note, Seconds } from './note';

/** What became of an event. Every event has exactly one. */
export type Disposition =
  'played' | 'aggregated' | 'suppressed' | 'muted' | 'duplicate' | 'unreadable';

export interface ScoreEvent {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly source: string;
  readonly detailType: string;
  readonly outcome: Outcome;
  /** The id of the rule that matched, or null. */
  readonly rule: string | null;
  readonly disposition: Disposition;
  readonly reason?: string;
  /** Which message body it came from, counted from 0; only where bodies were given. */
  readonly body?: number;
}

/** A piece of music and the events it was made from. The same events, mapping and seed give the same bytes. */
export interface Score {
  readonly version: 1;
  readonly seed: number;
  readonly mapping: { readonly name: string; readonly sha256: string };
  readonly duration: Seconds;
  readonly events: readonly ScoreEvent[];
  readonly notes: readonly Note[];
  readonly unreadable: readonly { readonly index: number; readonly reason: string }[];
}
