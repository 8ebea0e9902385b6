import type { Voice } from './note';

/** Counted from 0, as in the file: the tenth channel, where General MIDI has its drums. */
export const DRUM_CHANNEL = 9;

/** The General MIDI programme of each voice, counted from 0; null for the drums. */
export const PROGRAMMES: Record<Voice, number | null> = {
  pluck: 45,
  piano: 0,
  bass: 38,
  kit: null,
  snare: null,
  minor: 48,
  alarm: 80,
  drone: 81,
  major: 14,
  pad: 89,
  mallet: 12,
  keys: 4,
  glass: 98,
  reed: 71,
};

const HIGHEST_CONGA = 52;
const LOW_CONGA = 64;

/** A drum's General MIDI key: the tuned conga (41 to 52 in a Score) is 64, the others have theirs already. */
export function drumKey(midi: number): number {
  return midi > 38 && midi <= HIGHEST_CONGA ? LOW_CONGA : midi;
}
