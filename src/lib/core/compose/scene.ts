import { chordsOf } from './chord';
import type { ComposerState } from './composer-state';
import { type Density, stepDensity } from './density';
import type { Figure } from './figure';
import { comeHome, type HarmonyStep, presentChord, stepHarmony } from './harmony';
import { type Hearing, newsOf } from './hearing';
import { type LinkState, type LinkStep, stepLink } from './link-figures';
import { hearNews, type Mood, stepMood } from './mood';
import { type Held, stepPad } from './pad';
import { paletteOf } from './pitch';
import { smoother } from './rate';
import { scaleOf } from './scale';
import type { Setting } from './setting';
import type { Slot } from './slot';
import type { Note } from '../score/note';
import type { Harmony } from './harmony';

/** The ground that a slot's parts stand on: how much happens, in which mood, key and chord. */
export interface Scene {
  readonly rate: number;
  readonly density: Density;
  readonly mood: Mood;
  readonly link: LinkState;
  readonly harmony: Harmony;
  readonly random: number;
  readonly setting: Setting;
  readonly figures: readonly Figure[];
  readonly held: readonly Held[];
  /** The pad's notes. */
  readonly notes: readonly Note[];
}

const BEHIND_GAIN = 0.7;
const stepRate = smoother(3);

/** Sets the scene of a slot from its cues; while the link is down neither the mood nor the harmony moves. */
export function setScene(state: ComposerState, hearing: Hearing, slot: Slot): Scene {
  const { index } = slot;
  const rate = stepRate(state.rate, slot.cues.length);
  const density = stepDensity(state.density, rate, index);
  const mood = moodIn(state, hearing, rate, slot);
  const link = stepLink(state.link, slot.link, index, state.harmony.tonic);
  const chord = harmonyIn(state, { slot, rate, density, mood, link });
  const pad = chord.changed
    ? stepPad(state.held, chord.harmony, index)
    : { held: state.held, notes: [] };
  return {
    rate,
    density,
    mood,
    link: link.state,
    harmony: chord.harmony,
    random: chord.random,
    setting: settingOf(chord.harmony, density, slot),
    figures: link.figures,
    held: pad.held,
    notes: [...link.notes, ...pad.notes],
  };
}

function moodIn(state: ComposerState, hearing: Hearing, rate: number, slot: Slot): Mood {
  const news = newsOf(hearing);
  if (slot.link === 'down') return hearNews(state.mood, news);
  return stepMood(state.mood, news, rate, state.alarms.standing.length);
}

interface Circumstances {
  readonly slot: Slot;
  readonly rate: number;
  readonly density: Density;
  readonly mood: Mood;
  readonly link: LinkStep;
}

function harmonyIn(state: ComposerState, now: Circumstances): HarmonyStep {
  const { harmony, random } = state;
  if (now.slot.link === 'down') return { harmony, random, changed: false };
  const cues = {
    index: now.slot.index,
    mood: now.mood.value,
    alarms: state.alarms.standing.length,
    regime: now.density.regime,
    eventsPerSecond: now.rate,
  };
  return now.link.returned ? comeHome(harmony, cues, random) : stepHarmony(harmony, cues, random);
}

function settingOf(harmony: Harmony, density: Density, { index, link }: Slot): Setting {
  const { tonic, mode } = harmony;
  const scale = scaleOf(tonic, mode.mode);
  const chord = presentChord(harmony);
  return {
    index,
    regime: link === 'behind' ? 2 : density.regime,
    tonic,
    scale,
    chord,
    chords: chordsOf(tonic, mode.mode),
    palette: paletteOf(scale, chord),
    linkGain: link === 'behind' ? BEHIND_GAIN : 1,
  };
}
