import { type Line, noveltyOf } from './line';
import { smoother } from './rate';
import { clamp } from './rounding';

const SOFTEST = 0.08;
const WANTED_ENERGY = 0.32;
const ENERGY_A_SOURCE = 0.115;
const HABITUATION_SECONDS = 75;
/** How much of its loudness a steady stream loses in the end: 7 dB. */
const DEEPEST_FADE = 0.55;

/** The energy of the routine notes (sum of velocity squared a second), half-life 4 s. */
export const stepEnergy = smoother(4);

/** 0 (new) to 1 (long steady): how used the listener is to a line. */
export function habituationOf(line: Line): number {
  const steady = 1 - Math.exp(-line.activeSeconds / HABITUATION_SECONDS);
  return steady * (1 - noveltyOf(line));
}

/** The gain that keeps a steady loudness: up when little sounds, down when much does. `due` lines sound now. */
export function makeUpGain(energy: number, due: number): number {
  const level = Math.max(energy, ENERGY_A_SOURCE * due);
  return level > 0 ? clamp(Math.sqrt(WANTED_ENERGY / level), 0.3, 1.6) : 1.6;
}

/** The amount in a note: 0.5 for no event, and 0.053 for each doubling. */
export function amountOf(events: number): number {
  return 0.5 + 0.053 * Math.log2(1 + events);
}

/** How loud a routine note is, 0.08 to 1. `gain` is everything that place, regime and link ask for. */
export function routineVelocity(line: Line, events: number, gain: number): number {
  const loud = amountOf(events) * (1 - DEEPEST_FADE * habituationOf(line)) * gain;
  return clamp(loud, SOFTEST, 1);
}
