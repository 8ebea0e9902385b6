import { type Chord, chordOf, chordsOf, type Degree } from './chord';
import { chordWeights } from './chord-graph';
import { INITIAL_MODE, type Mode, type ModeState, stepMode } from './mode';
import type { PitchClass } from './scale';
import { draw, drawIndex } from './seeded-random';
import { SLOTS_PER_BAR } from './slot';
import { bestVoicing, type Voicing } from './voice-leading';

/** The key, the mode, the chord that sounds, and those that are bound to come. */
export interface Harmony {
  /** The tonic that the key returns to. */
  readonly home: PitchClass;
  readonly tonic: PitchClass;
  readonly mode: ModeState;
  readonly degree: Degree;
  /** null before the first chord. */
  readonly voicing: Voicing | null;
  /** The slot at which the next chord is drawn. */
  readonly until: number;
  /** Degrees that cut in at the next half bars, one each. */
  readonly forced: readonly Degree[];
}

/** What the harmony listens to. */
export interface HarmonyCues {
  readonly index: number;
  readonly mood: number;
  readonly alarms: number;
  readonly regime: number;
  readonly eventsPerSecond: number;
}

export interface HarmonyStep {
  readonly harmony: Harmony;
  /** A chord begins in this slot. */
  readonly changed: boolean;
  readonly random: number;
}

const HALF_BAR = SLOTS_PER_BAR / 2;
const BARS_BETWEEN_KEYS = 48;
const LEAST_MOOD_TO_MOVE = 0.6;
const SLOW_EVENTS_PER_SECOND = 0.2;

/** The harmony before the first slot. */
export function initialHarmony(home: PitchClass): Harmony {
  return { home, tonic: home, mode: INITIAL_MODE, degree: 0, voicing: null, until: 0, forced: [] };
}

/** The chord that sounds. */
export function presentChord(harmony: Harmony): Chord {
  return chordOf(harmony.tonic, harmony.mode.mode, harmony.degree);
}

/** The harmony of one slot: at bar lines the mode and key may move, at half bars forced chords cut in. */
export function stepHarmony(harmony: Harmony, cues: HarmonyCues, random: number): HarmonyStep {
  const moved = cues.index % SLOTS_PER_BAR === 0 ? atBarLine(harmony, cues, random) : null;
  const here = moved?.harmony ?? harmony;
  const chance = moved?.random ?? random;
  if (here.forced.length > 0 && cues.index % HALF_BAR === 0) {
    const cutIn = nextForced(here);
    if (cutIn) return cutInChord(here, cutIn, cues, chance);
  }
  if (cues.index < here.until && !moved?.altered)
    return { harmony: here, changed: false, random: chance };
  return here.voicing ? drawChord(here, cues, chance) : comeHome(here, cues, chance);
}

/** Puts degrees in line for the next half bars, before anything that was waiting there. */
export function force(harmony: Harmony, degrees: readonly Degree[]): Harmony {
  return { ...harmony, forced: [...degrees] };
}

/** The tonic chord, at once: how a piece begins, and what a link that returns is greeted with. */
export function comeHome(harmony: Harmony, cues: HarmonyCues, random: number): HarmonyStep {
  return begin(harmony, 0, chordEnd(cues.index, cues.eventsPerSecond), [], random);
}

function atBarLine(harmony: Harmony, cues: HarmonyCues, random: number) {
  const mode = stepMode(harmony.mode, cues.mood);
  const key = movedKey(harmony, cues, random);
  const altered = mode.mode !== harmony.mode.mode || key.tonic !== harmony.tonic;
  return { harmony: { ...harmony, mode, tonic: key.tonic }, random: key.random, altered };
}

function movedKey(harmony: Harmony, cues: HarmonyCues, random: number) {
  const bar = cues.index / SLOTS_PER_BAR;
  const calm = cues.mood > LEAST_MOOD_TO_MOVE && cues.alarms === 0 && cues.regime < 2;
  if (bar === 0 || bar % BARS_BETWEEN_KEYS !== 0 || !calm) return { tonic: harmony.tonic, random };
  if (harmony.tonic !== harmony.home) return { tonic: harmony.home, random };
  const { value, state } = draw(random);
  return { tonic: (harmony.home + (value < 0.5 ? 7 : 5)) % 12, random: state };
}

/** The first forced degree that the mode has as a consonant triad, and those after it. */
function nextForced(harmony: Harmony): { degree: Degree; rest: readonly Degree[] } | null {
  const { tonic, mode, forced } = harmony;
  const at = forced.findIndex((degree) => isUsable(tonic, mode.mode, degree));
  const degree = forced[at];
  return degree === undefined ? null : { degree, rest: forced.slice(at + 1) };
}

function isUsable(tonic: PitchClass, mode: Mode, degree: Degree): boolean {
  return chordOf(tonic, mode, degree).quality !== 'neither';
}

function cutInChord(
  harmony: Harmony,
  cutIn: { degree: Degree; rest: readonly Degree[] },
  cues: HarmonyCues,
  random: number,
): HarmonyStep {
  const stays = cutIn.degree === harmony.degree && cues.index < harmony.until;
  if (stays && cutIn.rest.length === 0)
    return { harmony: { ...harmony, forced: [] }, changed: false, random };
  const until =
    cutIn.rest.length > 0 ? cues.index + HALF_BAR : chordEnd(cues.index, cues.eventsPerSecond);
  return begin(harmony, cutIn.degree, until, cutIn.rest, random);
}

function drawChord(harmony: Harmony, cues: HarmonyCues, random: number): HarmonyStep {
  const chords = chordsOf(harmony.tonic, harmony.mode.mode);
  const bar = Math.floor(cues.index / SLOTS_PER_BAR);
  const weights = chordWeights(chords, harmony.degree, harmony.voicing, bar);
  const drawn = drawIndex(weights, random);
  const until = chordEnd(cues.index, cues.eventsPerSecond);
  return begin(harmony, drawn.index, until, harmony.forced, drawn.state);
}

function begin(
  harmony: Harmony,
  degree: Degree,
  until: number,
  forced: readonly Degree[],
  random: number,
): HarmonyStep {
  const chord = chordOf(harmony.tonic, harmony.mode.mode, degree);
  const { voicing } = bestVoicing(harmony.voicing, chord);
  return { harmony: { ...harmony, degree, voicing, until, forced }, changed: true, random };
}

/** Chords last to the next line of a grid of 2 bars, or of 4 while little happens, and half a bar at the least. */
function chordEnd(index: number, eventsPerSecond: number): number {
  const grid = (eventsPerSecond < SLOW_EVENTS_PER_SECOND ? 4 : 2) * SLOTS_PER_BAR;
  return (Math.floor((index + HALF_BAR) / grid) + 1) * grid;
}
