import type { Seconds } from '$lib/core/score/note';

/** A voice whose notes are short enough to be rendered once and played from memory. */
export interface FrozenVoice {
  /** The note lengths it is rendered at, ascending; a voice that dies away by itself has one. */
  readonly holds: readonly Seconds[];
  /** How long a note goes on after its end before it is damped. */
  readonly ringOn: Seconds;
  /** How long the damping takes. */
  readonly release: Seconds;
  /** The rendered MIDI note that is nearest to the one wanted; the rest is done by playing faster or slower. */
  anchor(midi: number): number;
  /** Renders one note at velocity 1, mono, from its very first sample. */
  print(anchor: number, hold: Seconds): Promise<AudioBuffer>;
}

/** Rendered notes lie three semitones apart, so that none is bent by more than one. */
const STEP = 3;

/** The nearest of the notes `lowest + 1`, `lowest + 4`, `lowest + 7` …, downwards as well. */
export function everyThird(lowest: number): (midi: number) => number {
  const first = lowest + 1;
  return (midi) => first + STEP * Math.round((midi - first) / STEP);
}

/** The shortest rendered length that holds a note of this duration, else the longest there is. */
export function holdFor(voice: FrozenVoice, duration: Seconds): Seconds {
  const rounding = 0.01;
  const fitting = voice.holds.find((hold) => hold >= duration - rounding);
  return fitting ?? voice.holds.at(-1) ?? duration;
}
