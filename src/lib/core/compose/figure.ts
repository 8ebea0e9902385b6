import { type Note, type Seconds, VOICES, type Voice } from '../score/note';
import { PARTS, panOf } from './parts';
import { nearestPitch } from './pitch';
import { clamp, toMilli } from './rounding';
import type { Setting } from './setting';
import { slotTime } from './slot';

/** Tones struck together, some slots after the figure's start. */
export interface Hit {
  readonly offset: number;
  readonly midis: readonly number[];
  readonly velocity: number;
  /** Whether the tones follow each other, lowest first, instead of sounding at once. */
  readonly strummed?: boolean;
}

/** Between two tones of a strum; exact in binary. */
const STRUM_SECONDS: Seconds = 1 / 32;

/** Notes that belong together and are spread over several slots. It outlives the slot that began it. */
export interface Figure {
  readonly start: number;
  readonly voice: Voice;
  readonly seconds: Seconds;
  /** What its tones keep to when the harmony moves on before they sound: the chord, the key, or nothing. */
  readonly fit: 'chord' | 'key' | 'none';
  readonly hits: readonly Hit[];
  /** The ids of the events that every one of its notes stands for. */
  readonly events: readonly string[];
}

/** Whether a figure strikes in a slot. */
export function strikes(figure: Figure, index: number): boolean {
  return figure.hits.some(({ offset }) => figure.start + offset === index);
}

/** Whether nothing of a figure is left after a slot. */
export function isOver(figure: Figure, index: number): boolean {
  return figure.hits.every(({ offset }) => figure.start + offset <= index);
}

/** The notes of a figure that begin in a setting's slot. */
export function figureNotes(figure: Figure, setting: Setting): readonly Note[] {
  const { start, voice, seconds, events } = figure;
  const { index } = setting;
  return figure.hits
    .filter(({ offset }) => start + offset === index)
    .flatMap(({ midis, velocity, strummed }) =>
      midis.map((midi, at) => ({
        time: slotTime(index) + (strummed ? at * STRUM_SECONDS : 0),
        duration: seconds,
        midi: fitted(figure, midi, setting),
        velocity: toMilli(clamp(velocity, 0.08, 1)),
        voice,
        pan: panOf(voice, at),
        events,
      })),
    );
}

function fitted({ fit, voice }: Figure, midi: number, { chord, scale }: Setting): number {
  if (fit === 'none') return midi;
  return nearestPitch(midi, PARTS[voice].register, fit === 'chord' ? chord.tones : scale);
}

/** Where a voice stands in the order of a slot's notes. */
export function voiceOrder(voice: Voice): number {
  return VOICES.indexOf(voice);
}
