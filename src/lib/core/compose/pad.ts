import type { Note } from '../score/note';
import type { Harmony } from './harmony';
import { panOf } from './parts';
import { slotTime } from './slot';

/** A tone that the pad holds, and the slot at which it ends. */
export interface Held {
  readonly midi: number;
  readonly until: number;
}

const VELOCITY = 0.7;

/** The present chord on the pad, from this slot to its planned end; tones that last as long already are not struck again. */
export function stepPad(
  held: readonly Held[],
  harmony: Harmony,
  index: number,
): { held: readonly Held[]; notes: readonly Note[] } {
  const { until, voicing } = harmony;
  const going = held.filter((tone) => tone.until > index);
  const lasts = (midi: number) => going.some((tone) => tone.midi === midi && tone.until >= until);
  const notes = padNotes(voicing ?? [], index, until).filter(({ midi }) => !lasts(midi));
  return { held: [...going, ...notes.map(({ midi }) => ({ midi, until }))], notes };
}

/** Pad tones from one slot to another, spread from left to right. */
export function padNotes(midis: readonly number[], from: number, to: number): readonly Note[] {
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
