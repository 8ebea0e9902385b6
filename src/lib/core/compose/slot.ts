import type { Cue } from '../mapping/cue';
import type { Note, Seconds } from '../score/note';

/** A sixteenth at 96 beats a minute; exact in binary, so that times add up to the byte. */
export const SLOT_SECONDS: Seconds = 5 / 32;
/** How much later every second slot falls: 55 % swing. */
export const SWING_SECONDS: Seconds = 1 / 64;
export const SLOTS_PER_BAR = 16;

/** When a slot sounds, in seconds from the start of the Score. */
export function slotTime(index: number): Seconds {
  return index * SLOT_SECONDS + (index % 2 === 1 ? SWING_SECONDS : 0);
}

/** Whether we hear the account: yes, late, or not at all. */
export type Link = 'up' | 'behind' | 'down';

/** One step of the grid: all that the composer learns between two sixteenths. */
export interface Slot {
  /** Counts up by one, from 0. */
  readonly index: number;
  readonly cues: readonly Cue[];
  readonly link: Link;
}

/** What became of one cue, told once for each, as soon as it is decided. */
export interface Settled {
  readonly id: string;
  readonly disposition: 'played' | 'aggregated' | 'suppressed';
  readonly reason?: string;
}

/** What one slot gave. `settled` may name cues of earlier slots that waited. */
export interface Step<State> {
  readonly state: State;
  readonly notes: readonly Note[];
  readonly settled: readonly Settled[];
}
