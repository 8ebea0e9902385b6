import type { Mode } from './mode';
import { type PitchClass, scaleOf } from './scale';

/** 0 (I) to 6 (VII). */
export type Degree = number;

export type Quality = 'major' | 'minor' | 'neither';

/** A chord of the key: the triad, and one tone more where it stays consonant. */
export interface Chord {
  readonly degree: Degree;
  readonly quality: Quality;
  /** Root, third and fifth. */
  readonly triad: readonly [PitchClass, PitchClass, PitchClass];
  /** The scale degrees of all its tones, root first. */
  readonly degrees: readonly Degree[];
  /** The pitch classes of all its tones, root first. */
  readonly tones: readonly PitchClass[];
}

const memory = new Map<string, readonly Chord[]>();

/** The seven chords of a mode on a tonic. Diminished and augmented triads are `neither`. */
export function chordsOf(tonic: PitchClass, mode: Mode): readonly Chord[] {
  const name = `${String(tonic)} ${mode}`;
  const known = memory.get(name);
  if (known) return known;
  const scale = scaleOf(tonic, mode);
  const chords = scale.map((_, degree) => chordOn(scale, degree));
  memory.set(name, chords);
  return chords;
}

/** The chord on one degree of a mode. */
export function chordOf(tonic: PitchClass, mode: Mode, degree: Degree): Chord {
  const chord = chordsOf(tonic, mode)[degree % 7];
  if (!chord) throw new RangeError(`A mode has the degrees 0 to 6, not ${String(degree)}.`);
  return chord;
}

/** Major triads take the ninth where it is a whole tone up, minor triads the seventh. */
function chordOn(scale: readonly PitchClass[], degree: Degree): Chord {
  const tone = (steps: number) => scale[(degree + steps) % 7] ?? 0;
  const triad = [tone(0), tone(2), tone(4)] as const;
  const quality = qualityOf(triad);
  const wholeTone = (tone(1) - tone(0) + 12) % 12 === 2;
  const extra = quality === 'minor' ? [6] : quality === 'major' && wholeTone ? [1] : [];
  const steps = [0, 2, 4, ...extra];
  return {
    degree,
    quality,
    triad,
    degrees: steps.map((step) => (degree + step) % 7),
    tones: steps.map(tone),
  };
}

function qualityOf([root, third, fifth]: readonly [number, number, number]): Quality {
  if ((fifth - root + 12) % 12 !== 7) return 'neither';
  return (third - root + 12) % 12 === 4 ? 'major' : 'minor';
}

/** How many of a triad's tones a chord has. */
export function commonTones(chord: Chord, triad: readonly PitchClass[]): number {
  return triad.filter((tone) => chord.tones.includes(tone)).length;
}

/** The triad of one quality that shares most tones with the present chord; `preferred` degrees win ties, then the lowest. */
export function nearestTriad(
  chords: readonly Chord[],
  present: Chord,
  quality: Quality,
  preferred: readonly Degree[],
): Chord {
  const rank = (chord: Chord) =>
    commonTones(present, chord.triad) + (preferred.includes(chord.degree) ? 0.5 : 0);
  return chords
    .filter((chord) => chord.quality === quality)
    .reduce((best, chord) => (rank(chord) > rank(best) ? chord : best));
}
