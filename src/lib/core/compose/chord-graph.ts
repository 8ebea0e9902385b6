import type { Chord, Degree } from './chord';
import { toMicro } from './rounding';
import { bestVoicing, type Voicing } from './voice-leading';

/** How well a chord follows another, by root motion in scale steps up, 0 to 6. */
const MOTION = [0.12, 0.6, 0.3, 1, 0.6, 0.8, 0.5] as const;
/** How often a chord is wanted at all, I to VII. */
const PRIOR = [1.2, 0.8, 0.45, 1.1, 0.9, 0.9, 0.6] as const;
const BARS_A_PHRASE = 8;
const CADENTIAL: readonly Degree[] = [3, 4, 6];
const SAME = 0.3;
const COST_SCALE = 9;

/** Phrases begin on I and lean on IV, V and VII in their last two bars. */
function phraseWeight(degree: Degree, bar: number): number {
  const place = bar % BARS_A_PHRASE;
  if (place === 0) return degree === 0 ? 5 : 0.6;
  if (place >= BARS_A_PHRASE - 2) return CADENTIAL.includes(degree) ? 1.8 : 0.7;
  return 1;
}

/** The weight of each degree as the next chord, in the order given; 0 for diminished and augmented ones. */
export function chordWeights(
  chords: readonly Chord[],
  present: Degree,
  voicing: Voicing | null,
  bar: number,
): readonly number[] {
  return chords.map((chord) => {
    if (chord.quality === 'neither') return 0;
    const motion = MOTION[(chord.degree - present + 7) % 7] ?? 0;
    const prior = PRIOR[chord.degree] ?? 0;
    const same = chord.degree === present ? SAME : 1;
    const ease = Math.exp(-bestVoicing(voicing, chord).cost / COST_SCALE);
    return toMicro(motion * prior * phraseWeight(chord.degree, bar) * same * ease);
  });
}
