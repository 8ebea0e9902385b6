import type { Cue } from '../mapping/cue';
import type { Band } from './band';
import type { Figure } from './figure';
import { isPercussion, lineName, LONG_AGO, newLine, pendingOf } from './line';
import { linePitch } from './line-pitch';
import { PARTS } from './parts';
import type { Setting } from './setting';
import { accentOf } from './slot-place';
import { amountOf } from './velocity';

const SLOTS_APART = 2;
const SECOND_GAIN = 0.8;
/** The least slots between two warnings: of one source, and of any two. */
const LEAST_GAP = { own: 16, any: 2 } as const;
const LEAST_GAP_IN_GROOVE = { own: 64, any: 16 } as const;

export interface Warnings {
  readonly figures: readonly Figure[];
  /** The cues that a figure tells; all others play as plain notes. */
  readonly told: ReadonlySet<Cue>;
  /** The lines that warn, by name. */
  readonly lines: ReadonlySet<string>;
  readonly warnedAt: number;
}

/** Which warnings of this slot sound as a double pulse. `warnedAt` is the slot of the last one, of any source. */
export function stepWarnings(
  cues: readonly Cue[],
  band: Band,
  warnedAt: number,
  setting: Setting,
): Warnings {
  const { index } = setting;
  const gap = setting.regime === 2 ? LEAST_GAP_IN_GROOVE : LEAST_GAP;
  const cue = cues.find((candidate) => index - lastWarning(band, candidate, index) >= gap.own);
  if (!cue || index - warnedAt < gap.any)
    return { figures: [], told: new Set(), lines: new Set(), warnedAt };
  return {
    figures: [warningFigure(cue, setting)],
    told: new Set([cue]),
    lines: new Set([lineName(cue)]),
    warnedAt: index,
  };
}

/** The slot of a source's last warning; now, when one of its own notes is still to come. */
function lastWarning(band: Band, cue: Cue, index: number): number {
  const name = lineName(cue);
  const line = band.find((candidate) => candidate.name === name);
  if (!line) return LONG_AGO;
  return line.soundedAt >= index ? index : line.warnedAt;
}

function warningFigure(cue: Cue, setting: Setting): Figure {
  const { index } = setting;
  const line = newLine(cue, lineName(cue), index);
  const midis = [linePitch(line, pendingOf(cue, index), setting, setting.chord.tones)];
  const velocity = amountOf(1) * accentOf(index) * setting.linkGain;
  return {
    start: index,
    voice: line.voice,
    seconds: PARTS[line.voice].seconds,
    fit: isPercussion(line) ? 'none' : 'chord',
    hits: [
      { offset: 0, midis, velocity },
      { offset: SLOTS_APART, midis, velocity: velocity * SECOND_GAIN },
    ],
    events: [cue.id],
  };
}

/** The band after its warnings: a line that warns is silent until its second pulse is over. */
export function markWarned(band: Band, { lines }: Warnings, index: number): Band {
  if (lines.size === 0) return band;
  return band.map((line) =>
    lines.has(line.name) ? { ...line, warnedAt: index, soundedAt: index + SLOTS_APART } : line,
  );
}
