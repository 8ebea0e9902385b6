import type { Note } from '../score/note';
import type { Harmony } from './harmony';
import { panOf } from './parts';
import { slotTime } from './slot';

const VELOCITY = 0.7;

/** The present chord on the pad, from this slot to the chord's planned end. */
export function padNotes(harmony: Harmony, index: number): readonly Note[] {
  return holdPad(harmony.voicing ?? [], index, harmony.until);
}

/** Pad tones from one slot to another. */
export function holdPad(midis: readonly number[], from: number, to: number): readonly Note[] {
  return midis.map((midi, at) => ({
    time: slotTime(from),
    duration: slotTime(to) - slotTime(from),
    midi,
    velocity: VELOCITY,
    voice: 'pad',
    pan: panOf('pad', at),
    events: [],
  }));
}
