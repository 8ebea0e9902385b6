import type { Seconds, Voice } from '$lib/core/score/note';
import type { Decibels } from '../decibels';

/** The groups of the mix: what steps back for an alert, and how far, is decided by group. */
export type Group = 'tonal' | 'pad' | 'perc' | 'alert';

/** A voice's place in the mix. */
export interface VoiceTraits {
  readonly group: Group;
  /** Lowest and highest MIDI note that is written for it. */
  readonly register: readonly [number, number];
  /** The length its notes have as a rule. */
  readonly noteSeconds: Seconds;
  /** Notes that may sound at once, tails included. */
  readonly cap: number;
  readonly level: Decibels;
  /** The amplitude share that goes to the reverb. */
  readonly reverbSend: number;
  /** The time in which a struck note falls by 20 dB, measured; Infinity for held voices. */
  readonly fall: Seconds;
}

function traits(
  group: Group,
  register: readonly [number, number],
  noteSeconds: Seconds,
  cap: number,
  level: Decibels,
  reverbSend: number,
  fall: Seconds,
): VoiceTraits {
  return { group, register, noteSeconds, cap, level, reverbSend, fall };
}

const BAR: Seconds = 2.5;

/** Levels bring a phrase of 2 notes a second at velocity 0.7 to the loudness the mix gives its voice. */
export const VOICE_TRAITS: Readonly<Record<Voice, VoiceTraits>> = {
  pluck: traits('tonal', [67, 84], 0.42, 6, -9.5, 0.16, 0.28),
  piano: traits('tonal', [57, 76], 0.6, 10, -7, 0.22, 0.64),
  bass: traits('tonal', [33, 50], 0.3, 2, -10.4, 0.04, 0.34),
  kit: traits('perc', [41, 76], 0.1, 6, -9, 0.08, 0.1),
  snare: traits('perc', [38, 38], 0.1, 3, -0.6, 0.1, 0.13),
  minor: traits('alert', [52, 70], 0.2, 9, -6.4, 0.22, 0.25),
  alarm: traits('alert', [57, 76], 0.12, 8, -10.5, 0.14, 0.19),
  drone: traits('alert', [45, 76], BAR, 4, -12.3, 0.14, Infinity),
  major: traits('alert', [62, 81], 1.2, 8, -1, 0.3, 0.78),
  pad: traits('pad', [43, 76], 2 * BAR, 8, -23, 0.35, Infinity),
  mallet: traits('tonal', [60, 77], 0.45, 5, -10.8, 0.18, 0.31),
  keys: traits('tonal', [50, 67], 0.7, 5, -3, 0.16, 0.69),
  glass: traits('tonal', [76, 91], 0.8, 5, -7.4, 0.34, 0.58),
  reed: traits('tonal', [55, 72], 0.25, 5, -14, 0.2, 0.26),
};
