import type { Cue } from '../mapping/cue';
import type { Degree } from './chord';
import type { Figure } from './figure';
import { hashOf } from './hash';
import { PARTS } from './parts';
import { toMicro } from './rounding';
import type { Setting } from './setting';
import { settleTogether } from './settle';
import { closePosition, minorNear } from './severity-chord';
import type { Settled } from './slot';
import { isBarLine } from './slot-place';

/** The errors that wait to be told, and what was told lately. */
export interface Errors {
  /** Ids that get a figure of their own, first come first served. */
  readonly queue: readonly string[];
  /** Ids that are told together at the next bar line. */
  readonly storm: readonly string[];
  /** Figures let in since the bar began. */
  readonly inBar: number;
  /** The slot in which the last figure began. */
  readonly lastStart: number;
  /** Sources with an error in the last 64 slots: a hash of the name, and the slot. */
  readonly recent: readonly { readonly source: number; readonly slot: number }[];
}

export const NO_ERRORS: Errors = { queue: [], storm: [], inBar: 0, lastStart: -2, recent: [] };

/** What the errors, or another kind of news that interrupts, gave in one slot. */
export interface Told<State> {
  readonly state: State;
  readonly figures: readonly Figure[];
  readonly settled: readonly Settled[];
  /** Degrees that the harmony must take at the next half bars; null to leave it. */
  readonly force: readonly Degree[] | null;
}

const ONSETS = [0, 2, 4] as const;
const VELOCITIES = [0.7, 0.65, 0.6] as const;
const SLOTS_BETWEEN_STARTS = 2;
const FRESH_SLOTS = 64;
const MOST_RECENT = 64;
/** Figures a bar: of sources that failed lately, and of those that did not. */
const FIGURES_A_BAR = { known: 1, fresh: 3 } as const;

/** Tells the errors: a figure each while they are few, and one storm figure a bar for all others. */
export function stepErrors(
  errors: Errors,
  cues: readonly Cue[],
  bad: number,
  setting: Setting,
): Told<Errors> {
  const admitted = cues.reduce(
    (state, cue) => admit(state, cue, setting.index),
    forget(errors, setting.index),
  );
  if (isBarLine(setting.index) && errors.storm.length > 0) return tellStorm(admitted, setting);
  const id = admitted.queue[0];
  if (id === undefined || setting.index - admitted.lastStart < SLOTS_BETWEEN_STARTS)
    return { state: admitted, figures: [], settled: [], force: null };
  const state = { ...admitted, queue: admitted.queue.slice(1), lastStart: setting.index };
  return tell(state, [id], errorVelocities(bad), setting);
}

/** At a bar line the count starts again, at one when a storm figure is due there. */
function forget(errors: Errors, index: number): Errors {
  const recent = errors.recent.filter(({ slot }) => index - slot < FRESH_SLOTS);
  const inBar = isBarLine(index) ? Math.min(1, errors.storm.length) : errors.inBar;
  return { ...errors, recent, inBar };
}

function admit(errors: Errors, cue: Cue, index: number): Errors {
  const source = hashOf(cue.stream);
  const known = errors.recent.some((entry) => entry.source === source);
  const recent = [
    ...errors.recent.filter((entry) => entry.source !== source),
    { source, slot: index },
  ];
  const next = { ...errors, recent: recent.slice(-MOST_RECENT) };
  const most = known ? FIGURES_A_BAR.known : FIGURES_A_BAR.fresh;
  return errors.inBar < most
    ? { ...next, queue: [...errors.queue, cue.id], inBar: errors.inBar + 1 }
    : { ...next, storm: [...errors.storm, cue.id] };
}

function tellStorm(errors: Errors, setting: Setting): Told<Errors> {
  const first = 0.5 + 0.05 * Math.log2(1 + errors.storm.length);
  const velocities = VELOCITIES.map((velocity) => (first * velocity) / VELOCITIES[0]);
  const state = { ...errors, storm: [], lastStart: setting.index };
  return tell(state, errors.storm, velocities, setting);
}

/** Errors sound softer the more of them there are: by 40 % in the end. */
function errorVelocities(bad: number): readonly number[] {
  const used = toMicro(0.4 * (1 - 2 ** (-Math.max(0, bad - 1) / 6)));
  return VELOCITIES.map((velocity) => velocity * (1 - used));
}

function tell(
  state: Errors,
  ids: readonly string[],
  velocities: readonly number[],
  setting: Setting,
): Told<Errors> {
  const chord = minorNear(setting);
  const midis = closePosition(chord);
  const figure: Figure = {
    start: setting.index,
    voice: 'minor',
    seconds: PARTS.minor.seconds,
    fit: 'key',
    hits: ONSETS.map((offset, at) => ({ offset, midis, velocity: velocities[at] ?? 0 })),
    events: ids,
  };
  return { state, figures: [figure], settled: settleTogether(ids), force: [chord.degree] };
}
