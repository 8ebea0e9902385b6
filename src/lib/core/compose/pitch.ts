import type { Chord } from './chord';
import type { PitchClass } from './scale';
import { SLOTS_PER_BEAT } from './slot-place';

/** The lowest and highest MIDI number of a voice. */
export interface Register {
  readonly low: number;
  readonly high: number;
}

/** How many heights a register is divided into; a key keeps one of them for good. */
export const HEIGHTS = 997;

/** The pitch class set that routine notes may use in a slot, and the register's search over it. */
export interface Palette {
  readonly strong: readonly PitchClass[];
  readonly weak: readonly PitchClass[];
}

/** Chord tones for strong slots; for weak ones the scale, less the tones a semitone above a chord tone. */
export function paletteOf(scale: readonly PitchClass[], chord: Chord): Palette {
  const rubs = chord.tones.map((tone) => (tone + 1) % 12);
  const weak = scale.filter((tone) => chord.tones.includes(tone) || !rubs.includes(tone));
  return { strong: chord.tones, weak };
}

/** Whether a slot wants chord tones: on the beat, from regime 1 on every eighth, in the groove always. */
export function isStrong(index: number, regime: number): boolean {
  if (regime >= 2) return true;
  return index % (regime === 1 ? 2 : SLOTS_PER_BEAT) === 0;
}

/** The allowed pitch nearest to a height (0 to 996) inside a register; the lower of two equally near. */
export function pitchAt(height: number, { low, high }: Register, allowed: readonly PitchClass[]) {
  const target = low + (height / HEIGHTS) * (high - low);
  return nearestPitch(target, { low, high }, allowed);
}

/** The MIDI number nearest to a target whose pitch class is allowed; the target, rounded, when none is. */
export function nearestPitch(
  target: number,
  { low, high }: Register,
  allowed: readonly PitchClass[],
): number {
  let nearest = Math.round(target);
  let distance = Infinity;
  for (let midi = low; midi <= high; midi += 1) {
    if (!allowed.includes(midi % 12) || Math.abs(midi - target) >= distance) continue;
    nearest = midi;
    distance = Math.abs(midi - target);
  }
  return nearest;
}

/** The one pitch of a pitch class in the twelve semitones from `low` up. */
export function pitchFrom(low: number, pitchClass: PitchClass): number {
  return low + ((((pitchClass - low) % 12) + 12) % 12);
}
