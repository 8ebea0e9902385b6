import type { Seconds, Voice } from '../score/note';
import type { Register } from './pitch';

/** What a voice plays: where, for how long, and from which side. */
export interface Part {
  readonly register: Register;
  readonly seconds: Seconds;
  /** −1 (left) to 1 (right); of several tones at once, one each, lowest first. */
  readonly pan: readonly [number, ...number[]];
}

function part(low: number, high: number, seconds: Seconds, ...pan: [number, ...number[]]): Part {
  return { register: { low, high }, seconds, pan };
}

/** The parts of all voices. A drone and a pad are as long as their bar or chord; theirs are lengths of last resort. */
export const PARTS: Record<Voice, Part> = {
  pluck: part(67, 84, 0.42, 0.25),
  piano: part(57, 76, 0.6, -0.22),
  bass: part(33, 50, 0.3, 0),
  kit: part(41, 76, 0.1, -0.1),
  snare: part(38, 38, 0.1, 0.08),
  minor: part(52, 70, 0.2, -0.3, 0, 0.3),
  alarm: part(57, 76, 0.12, -0.3, -0.1, 0.1, 0.3),
  drone: part(45, 76, 2.5, -0.3, 0, 0.3),
  major: part(62, 81, 1.2, -0.45, -0.15, 0.15, 0.45),
  pad: part(43, 76, 5, -0.5, -0.17, 0.17, 0.5),
  mallet: part(60, 77, 0.45, 0.45),
  keys: part(50, 67, 0.7, -0.45),
  glass: part(76, 91, 0.8, -0.6),
  reed: part(55, 72, 0.25, 0.6),
};

/** Snare, and the drums for a change and a removal, as General MIDI numbers them on its tenth channel. */
export const SNARE_MIDI = 38;
export const MODIFY_MIDI = 70;
export const REMOVE_MIDI = 76;
/** The lowest pitch of the conga for an insert; it is tuned to the chord's root within the octave from here. */
export const INSERT_LOWEST = 41;

/** The side that the tone `at` of a chord sounds from. */
export function panOf(voice: Voice, at: number): number {
  const { pan } = PARTS[voice];
  return pan[at % pan.length] ?? pan[0];
}
