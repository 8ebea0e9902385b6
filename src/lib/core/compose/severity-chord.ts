import { type Chord, type Degree, nearestTriad } from './chord';
import { PARTS } from './parts';
import { pitchFrom } from './pitch';
import type { PitchClass } from './scale';
import type { Setting } from './setting';

const I: Degree = 0;
const IV: Degree = 3;
const V: Degree = 4;
const VI: Degree = 5;
const HIGHEST_ROOT_OF_FOUR = 69;

/** The minor triad of the key that is nearest to the present chord: the harmony itself turns to it. */
export function minorNear({ chords, chord }: Setting): Chord {
  return nearestTriad(chords, chord, 'minor', [I, VI]);
}

/** The major triad of the key that is nearest to the present chord. */
export function majorNear({ chords, chord }: Setting): Chord {
  return nearestTriad(chords, chord, 'major', [I]);
}

/** A triad in close position, its root in the twelve semitones from the minor voice's lowest. */
export function closePosition({ triad }: Chord): readonly number[] {
  const root = pitchFrom(PARTS.minor.register.low, triad[0]);
  return [root, pitchFrom(root, triad[1]), pitchFrom(root, triad[2])];
}

/** Four tones of a triad inside the major voice's register, root or fifth lowest. */
export function fourTones({ triad }: Chord): readonly number[] {
  const root = pitchFrom(PARTS.major.register.low, triad[0]);
  const order = root <= HIGHEST_ROOT_OF_FOUR ? [0, 1, 2, 0] : [2, 0, 1, 2];
  const lowest = root <= HIGHEST_ROOT_OF_FOUR ? root : root - 5;
  const midis: number[] = [];
  for (const at of order) {
    const above = midis.at(-1);
    midis.push(above === undefined ? lowest : pitchFrom(above + 1, triad[at] ?? 0));
  }
  return midis;
}

/** Home by way of V, or of IV where the mode's V is diminished. */
export function cadence({ chords }: Setting): readonly Degree[] {
  return [chords[V]?.quality === 'neither' ? IV : V, I];
}

/** The alarm's tones: the tonic between A3 and G♯4, and three semitones that rub against each other. */
export function alarmTones(tonic: PitchClass): readonly number[] {
  const root = pitchFrom(57, tonic);
  return [root, root + 6, root + 7, root + 8];
}

/** What is left of an alarm while it stands: its root an octave down, and the rub. */
export function droneTones(tonic: PitchClass): readonly number[] {
  const root = pitchFrom(57, tonic);
  return [root - 12, root + 6, root + 7];
}

/** The tonic triad that the drone opens into; no tone moves by more than three semitones. */
export function resolvedTones({ tonic, chords }: Setting): readonly number[] {
  const root = pitchFrom(57, tonic);
  const third = chords[I]?.triad[1] ?? tonic;
  return [root - 12, pitchFrom(root, third), root + 7];
}
