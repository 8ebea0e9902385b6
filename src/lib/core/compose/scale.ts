import type { Mode } from './mode';

/** 0 (C) to 11 (B). */
export type PitchClass = number;

/** Semitones above the tonic, degree by degree. */
const STEPS: Record<Mode, readonly number[]> = {
  lydian: [0, 2, 4, 6, 7, 9, 11],
  ionian: [0, 2, 4, 5, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  aeolian: [0, 2, 3, 5, 7, 8, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
};

/** The seven pitch classes of a mode on a tonic, from the tonic up. */
export function scaleOf(tonic: PitchClass, mode: Mode): readonly PitchClass[] {
  return STEPS[mode].map((step) => (tonic + step) % 12);
}

const TONIC_NAMES = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'] as const;

const LETTERS = ['C', 'D', 'E', 'F', 'G', 'A', 'B'] as const;
const NATURALS: readonly PitchClass[] = [0, 2, 4, 5, 7, 9, 11];

const ACCIDENTALS: Record<number, string> = { 0: '', 1: '♯', 2: '𝄪', 10: '𝄫', 11: '♭' };

/** The everyday name of a tonic: `D`, `B♭`. */
export function tonicName(tonic: PitchClass): string {
  return TONIC_NAMES[tonic % 12] ?? 'C';
}

/** The name of a scale's degree (0 to 6), each degree on its own letter: the third of D dorian is `F`. */
export function degreeName(tonic: PitchClass, mode: Mode, degree: number): string {
  const first = LETTERS.findIndex((letter) => tonicName(tonic).startsWith(letter));
  const letter = (first + degree) % 7;
  const pitchClass = scaleOf(tonic, mode)[degree % 7] ?? tonic;
  const raised = (pitchClass - (NATURALS[letter] ?? 0) + 12) % 12;
  return `${LETTERS[letter] ?? ''}${ACCIDENTALS[raised] ?? ''}`;
}
