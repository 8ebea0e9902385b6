import type { Note } from '../score/note';
import type { Band } from './band';
import { bassFigure, bassGroup } from './bass';
import { type Budget, roomIn, spend } from './budget';
import type { Figure } from './figure';
import { grooveGain, playsInGroove } from './groove';
import { isPercussion, type Line, noveltyOf, type Pending } from './line';
import { linePitch } from './line-pitch';
import { PARTS, panOf } from './parts';
import { toMicro, toMilli } from './rounding';
import type { Setting } from './setting';
import { settleTogether } from './settle';
import { type Settled, slotTime } from './slot';
import { accentOf } from './slot-place';
import { BACKGROUND_GAIN } from './stage';
import { makeUpGain, routineVelocity } from './velocity';

/** What the routine of one slot gave. */
export interface Routine {
  readonly band: Band;
  readonly budget: Budget;
  readonly notes: readonly Note[];
  readonly figures: readonly Figure[];
  readonly settled: readonly Settled[];
  /** The sum of squared velocities, for the make-up gain. */
  readonly energy: number;
}

/** How many events may wait in a line before the oldest are told in one note, by regime. */
const MOST_WAITING = [4, 2, 0] as const;
const SINGLE_GAIN = 1.12;
const OVERDUE_SLOTS = 32;

/** Plays what is due: routine notes in the order of their claim, as far as the budget goes; bass always. */
export function playRoutine(band: Band, budget: Budget, energy: number, setting: Setting): Routine {
  const due = band.filter((line) => isDue(line, setting));
  const gain = makeUpGain(energy, due.length) * setting.linkGain;
  const chosen = withinBudget(due, budget, setting.index);
  const played = new Map(chosen.map((line) => [line.name, playLine(line, gain, setting)]));
  const turns = [...played.values()];
  const drums = chosen.filter(isPercussion).length;
  const tones = turns.reduce((sum, turn) => sum + (turn.figure?.hits.length ?? 1), 0) - drums;
  return {
    band: band.map((line) => played.get(line.name)?.line ?? line),
    budget: spend(budget, tones, drums),
    notes: turns.flatMap(({ note }) => (note ? [note] : [])),
    figures: turns.flatMap(({ figure }) => (figure ? [figure] : [])),
    settled: turns.flatMap(({ ids }) => settleTogether(ids)),
    energy: turns.reduce((sum, { velocity }) => sum + velocity * velocity, 0),
  };
}

function isDue(line: Line, { index, regime }: Setting): boolean {
  if (line.pending.length === 0 || index <= line.soundedAt) return false;
  if (line.kind === 'bass') return index >= line.soundedAt + 2;
  return regime < 2 || playsInGroove(line, index);
}

function withinBudget(due: readonly Line[], budget: Budget, index: number): readonly Line[] {
  const bass = due.filter(({ kind }) => kind === 'bass');
  const room = roomIn(budget);
  let tonal = room.tonal - bass.length;
  let percussion = room.percussion;
  const others = byClaim(
    due.filter(({ kind }) => kind !== 'bass'),
    index,
  ).filter((line) => (isPercussion(line) ? percussion-- > 0 : tonal-- > 0));
  return [...bass, ...others];
}

/** Newcomers and the long unheard first. */
function byClaim(lines: readonly Line[], index: number): readonly Line[] {
  return lines
    .map((line) => {
      const unheard = Math.min(1, (index - line.soundedAt) / OVERDUE_SLOTS);
      return { line, claim: toMicro(2 * noveltyOf(line) + unheard) };
    })
    .sort((a, b) => b.claim - a.claim || (a.line.name < b.line.name ? -1 : 1))
    .map(({ line }) => line);
}

interface Turn {
  readonly line: Line;
  readonly ids: readonly string[];
  readonly velocity: number;
  readonly note: Note | null;
  readonly figure: Figure | null;
}

function playLine(line: Line, gain: number, setting: Setting): Turn {
  const { index } = setting;
  const group = line.kind === 'bass' ? bassGroup(line.pending) : nextGroup(line, setting.regime);
  const velocity = routineVelocity(line, group.length, gain * placeGain(line, setting));
  const figure = line.kind === 'bass' ? bassFigure(line, group, velocity, setting) : null;
  const soundedAt = index + (figure?.hits.at(-1)?.offset ?? 0);
  return {
    line: { ...line, soundedAt, pending: line.pending.slice(group.length) },
    ids: group.map(({ id }) => id),
    velocity,
    note: figure ? null : noteOf(line, group, velocity, setting),
    figure,
  };
}

function nextGroup(line: Line, regime: Setting['regime']): readonly Pending[] {
  if (regime === 2) return line.pending;
  return line.pending.slice(0, Math.max(1, line.pending.length - MOST_WAITING[regime]));
}

function placeGain(line: Line, { index, regime }: Setting): number {
  const accent = accentOf(index);
  if (regime === 0) return accent * SINGLE_GAIN;
  if (regime === 1) return accent;
  const background = line.kind === 'tonal' && !line.foreground;
  return accent * grooveGain(line.kind, index) * (background ? BACKGROUND_GAIN : 1);
}

function noteOf(
  line: Line,
  group: readonly Pending[],
  velocity: number,
  setting: Setting,
): Note | null {
  const lead = group[0];
  if (!lead) return null;
  return {
    time: slotTime(setting.index),
    duration: PARTS[line.voice].seconds,
    midi: linePitch(line, lead, setting),
    velocity: toMilli(velocity),
    voice: line.voice,
    pan: panOf(line.voice, 0),
    events: group.map(({ id }) => id),
  };
}
