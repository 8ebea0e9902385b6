import type { Family } from '../event/family';
import type { Seconds, Voice } from '../score/note';
import type { Disposition } from '../score/score';

/** What news a mark brings, by shape first and colour second. */
export type Shape = 'circle' | 'triangle' | 'diamond' | 'cross';

/** One thing drawn on the timeline: a sounded note (a chord or figure is one mark), or an event that made none. */
export interface Mark {
  readonly at: Seconds;
  readonly duration: Seconds;
  readonly lane: Family;
  readonly shape: Shape;
  /** 0 to 1; the radius follows it. */
  readonly velocity: number;
  /** The lowest note's MIDI number; the height in the lane follows it. */
  readonly midi: number;
  readonly voice: Voice;
  readonly disposition: Disposition;
  /** The ids of the events it stands for. */
  readonly events: readonly string[];
}
