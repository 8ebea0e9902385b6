import type { Note, Seconds, Voice } from '../../src/lib/core/score/note';

/** What a phrase of each voice is made of: 2 notes a second at velocity 0.7, chords every 2 s. */
export const PHRASES: Readonly<
  Record<Voice, { midis: readonly number[]; seconds: Seconds; pan: number }>
> = {
  pluck: { midis: [69, 74, 76, 71], seconds: 0.42, pan: 0.25 },
  piano: { midis: [59, 64, 69, 62], seconds: 0.6, pan: -0.22 },
  bass: { midis: [38, 42, 45, 40], seconds: 0.3, pan: 0 },
  kit: { midis: [46, 70, 76, 70], seconds: 0.1, pan: -0.1 },
  snare: { midis: [38], seconds: 0.1, pan: 0.08 },
  minor: { midis: [59, 62, 66], seconds: 0.2, pan: 0.3 },
  alarm: { midis: [62, 68, 69, 70], seconds: 0.12, pan: 0.3 },
  drone: { midis: [50, 68, 69], seconds: 2, pan: 0.3 },
  major: { midis: [62, 66, 69, 74], seconds: 1.2, pan: 0.45 },
  pad: { midis: [50, 57, 66, 74], seconds: 2, pan: 0.5 },
  mallet: { midis: [62, 66, 69, 64], seconds: 0.45, pan: 0.45 },
  keys: { midis: [52, 57, 62, 54], seconds: 0.7, pan: -0.45 },
  glass: { midis: [78, 81, 86, 83], seconds: 0.8, pan: -0.6 },
  reed: { midis: [57, 62, 66, 59], seconds: 0.25, pan: 0.6 },
};

/** The voices of ordinary events. */
export const ROUTINE: readonly Voice[] = [
  'pluck',
  'piano',
  'bass',
  'kit',
  'snare',
  'mallet',
  'keys',
  'glass',
  'reed',
];

/** D major in each tonal voice's register; the minor and the alarm chord as figures. */
export const CHORDS = {
  glass: { midis: [78, 81, 86], onsets: [0] },
  mallet: { midis: [62, 66, 69], onsets: [0] },
  keys: { midis: [50, 54, 57], onsets: [0] },
  major: { midis: [62, 66, 69], onsets: [0] },
  bass: { midis: [38, 42, 45], onsets: [0] },
  reed: { midis: [57, 62, 66], onsets: [0] },
  pluck: { midis: [69, 74, 78], onsets: [0] },
  piano: { midis: [62, 66, 69], onsets: [0] },
  minor: { midis: [59, 62, 66], onsets: [0, 0.3125, 0.625] },
  alarm: { midis: [62, 68, 69, 70], onsets: [0, 0.15625, 0.3125, 0.78125, 0.9375] },
} as const;

const CHORDAL: readonly Voice[] = ['drone', 'major', 'pad'];

function note(
  voice: Voice,
  midi: number,
  time: Seconds,
  duration: Seconds,
  velocity: number,
): Note {
  return { time, duration, midi, velocity, voice, pan: PHRASES[voice].pan, events: [] };
}

/** Several tones of one voice at once. */
export function chord(
  voice: Voice,
  midis: readonly number[],
  time: Seconds,
  duration: Seconds,
  velocity = 0.7,
): Note[] {
  return midis.map((midi) => note(voice, midi, time, duration, velocity));
}

/** Eight seconds of one voice as it is used: lines, held chords, or figures. */
export function phrase(voice: Voice): Note[] {
  const { midis, seconds } = PHRASES[voice];
  const everyTwo = [0, 2, 4, 6];
  if (CHORDAL.includes(voice))
    return everyTwo.flatMap((time) => chord(voice, midis, time, seconds));
  const onsets = voice === 'alarm' || voice === 'minor' ? CHORDS[voice].onsets : null;
  if (onsets)
    return everyTwo.flatMap((time) =>
      onsets.flatMap((onset) => chord(voice, midis, time + onset, seconds)),
    );
  return Array.from({ length: 16 }, (_, i) =>
    note(voice, midis[i % midis.length] as number, i / 2, seconds, 0.7),
  );
}

/** All voices, all their tones, four times a second, as loud as can be. */
export function crowd(): Note[] {
  const voices = Object.keys(PHRASES) as Voice[];
  return Array.from({ length: 16 }, (_, i) => i / 4).flatMap((time) =>
    voices.flatMap((voice) => chord(voice, PHRASES[voice].midis, time, PHRASES[voice].seconds, 1)),
  );
}
