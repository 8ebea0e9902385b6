import type { Cue } from '../mapping/cue';
import type { Told } from './error';
import type { Figure, Hit } from './figure';
import { hashOf } from './hash';
import { PARTS } from './parts';
import type { Setting } from './setting';
import { settleTogether } from './settle';
import { alarmTones, resolvedTones } from './severity-chord';
import type { Settled } from './slot';
import { SLOTS_PER_BAR } from './slot';

/** An alarm that has not come back to OK. */
export interface Standing {
  readonly id: string;
  /** A hash of the resource, by which its OK finds it. */
  readonly key: number;
  readonly label: string;
  /** The slot in which it was heard. */
  readonly since: number;
}

/** The alarms that stand, and those alarms and OKs that wait for their turn to sound. */
export interface Alarms {
  readonly standing: readonly Standing[];
  /** The slot of the newest alarm: reminders and the drone's fading count from here. */
  readonly since: number;
  readonly waiting: readonly string[];
  readonly clearing: readonly string[];
  /** The first slot after the present figure. */
  readonly figureUntil: number;
  /** The first slot after the drone's present tones. */
  readonly droneUntil: number;
}

type Sounded = Omit<Told<Alarms>, 'force'>;

export const NO_ALARMS: Alarms = {
  standing: [],
  since: 0,
  waiting: [],
  clearing: [],
  figureUntil: 0,
  droneUntil: 0,
};

const ONSETS = [0, 1, 2, 5, 6] as const;
const VELOCITIES = [0.85, 0.8, 0.8, 0.85, 0.8] as const;
const FIGURE_SLOTS = 8;
const REMINDER_GAIN = 0.85;
const OFTEN_BARS = 8;
const OFTEN_UNTIL_BARS = 24;
const SELDOM_BARS = 32;
const MOST_STANDING = 64;
const LONGEST_LABEL = 60;
const OK_SECONDS = 2.2;
const OK_VELOCITY = 0.34;

/**
 * Takes in alarms and OKs in their order, then sounds what is due: the 3+2 pulses, a reminder, or the resolution.
 * The harmony turns home as soon as the last alarm is OK, so that the drone has a tonic to open into.
 */
export function stepAlarms(alarms: Alarms, cues: readonly Cue[], setting: Setting): Told<Alarms> {
  const heard = cues.reduce((state, cue) => hear(state, cue, setting.index), alarms);
  const allOk = heard.standing.length === 0 && heard.clearing.length > alarms.clearing.length;
  return { ...sound(heard, setting), force: allOk ? [0] : null };
}

function sound(alarms: Alarms, setting: Setting): Sounded {
  const { index } = setting;
  const free = index >= alarms.figureUntil;
  if (free && alarms.waiting.length > 0) return ring(alarms, setting);
  if (free && alarms.clearing.length > 0 && index >= alarms.droneUntil)
    return resolve(alarms, setting);
  const figures = free && remindsAt(alarms, index) ? [reminder(alarms, setting)] : [];
  return { state: alarms, figures, settled: [] };
}

function hear(alarms: Alarms, cue: Cue, index: number): Alarms {
  const key = hashOf(`${cue.stream} ${cue.key}`);
  const others = alarms.standing.filter((standing) => standing.key !== key);
  if (cue.figure === 'alarm-ok')
    return { ...alarms, standing: others, clearing: [...alarms.clearing, cue.id] };
  const label = cue.label.slice(0, LONGEST_LABEL);
  const standing = [...others, { id: cue.id, key, label, since: index }].slice(-MOST_STANDING);
  return { ...alarms, standing, since: index, waiting: [...alarms.waiting, cue.id] };
}

/** Three pulses, a rest and two, as IEC 60601-1-8 orders those of high priority. */
function ring(alarms: Alarms, setting: Setting): Sounded {
  const { waiting } = alarms;
  const state = { ...alarms, waiting: [], figureUntil: setting.index + FIGURE_SLOTS };
  const figure = alarmFigure(waiting, pulses(ONSETS, 1, setting), setting);
  return { state, figures: [figure], settled: settleTogether(waiting) };
}

function remindsAt({ standing, since }: Alarms, index: number): boolean {
  const bars = (index - since) / SLOTS_PER_BAR;
  if (standing.length === 0 || bars === 0) return false;
  return bars <= OFTEN_UNTIL_BARS
    ? bars % OFTEN_BARS === 0
    : (bars - OFTEN_UNTIL_BARS) % SELDOM_BARS === 0;
}

function reminder({ standing }: Alarms, setting: Setting): Figure {
  const hits = pulses(ONSETS.slice(0, 3), REMINDER_GAIN, setting);
  return alarmFigure(
    standing.map(({ id }) => id),
    hits,
    setting,
  );
}

function pulses(onsets: readonly number[], gain: number, setting: Setting): readonly Hit[] {
  const midis = alarmTones(setting.tonic);
  return onsets.map((offset, at) => ({
    offset,
    midis,
    velocity: (VELOCITIES[at] ?? 0) * gain,
  }));
}

function alarmFigure(events: readonly string[], hits: readonly Hit[], setting: Setting): Figure {
  const { seconds } = PARTS.alarm;
  return { start: setting.index, voice: 'alarm', seconds, fit: 'none', hits, events };
}

/** The drone opens into the tonic triad; while other alarms stand, an OK is only a fifth above them. */
function resolve(alarms: Alarms, setting: Setting): Sounded {
  const { clearing, standing } = alarms;
  const settled: readonly Settled[] = settleTogether(clearing);
  const last = standing.length === 0;
  const tones = resolvedTones(setting);
  const figure: Figure = {
    start: setting.index,
    voice: last ? 'drone' : 'glass',
    seconds: last ? OK_SECONDS : PARTS.glass.seconds,
    fit: 'key',
    hits: [{ offset: 0, midis: last ? tones : aboveAlarms(tones), velocity: OK_VELOCITY }],
    events: clearing,
  };
  const state = { ...alarms, clearing: [] };
  return { state, figures: [figure], settled };
}

/** The triad's root and fifth in the glass voice's register. */
function aboveAlarms(tones: readonly number[]): readonly number[] {
  const root = (tones[0] ?? 0) + 36;
  return [root - 5, root].filter((midi) => midi <= PARTS.glass.register.high);
}
