import type { Cue } from '../mapping/cue';
import type { Told } from './error';
import type { Figure } from './figure';
import { PARTS } from './parts';
import type { Setting } from './setting';
import { settleTogether } from './settle';
import { cadence, fourTones, majorNear } from './severity-chord';

/** The deploys that wait to be told together, and when the last were told. */
export interface Deploys {
  readonly waiting: readonly string[];
  readonly lastStart: number;
}

export const NO_DEPLOYS: Deploys = { waiting: [], lastStart: -8 };

/** Half a bar: the V of one deploy is not cut off by the next. */
const SLOTS_BETWEEN_STARTS = 8;
const VELOCITY = 0.72;

/** Tells deploys at once by a strummed major chord, after which the harmony comes home. */
export function stepDeploys(
  deploys: Deploys,
  cues: readonly Cue[],
  setting: Setting,
): Told<Deploys> {
  const { index } = setting;
  const waiting = [...deploys.waiting, ...cues.map(({ id }) => id)];
  if (waiting.length === 0 || index - deploys.lastStart < SLOTS_BETWEEN_STARTS)
    return { state: { ...deploys, waiting }, figures: [], settled: [], force: null };
  return {
    state: { waiting: [], lastStart: index },
    figures: [deployFigure(waiting, setting)],
    settled: settleTogether(waiting),
    force: cadence(setting),
  };
}

function deployFigure(events: readonly string[], setting: Setting): Figure {
  return {
    start: setting.index,
    voice: 'major',
    seconds: PARTS.major.seconds,
    fit: 'key',
    hits: [{ offset: 0, midis: fourTones(majorNear(setting)), velocity: VELOCITY, strummed: true }],
    events,
  };
}
