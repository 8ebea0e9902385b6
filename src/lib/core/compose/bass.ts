import type { Figure } from './figure';
import type { Line, Pending } from './line';
import { linePitch } from './line-pitch';
import { PARTS } from './parts';
import { pitchFrom } from './pitch';
import type { Setting } from './setting';

const SLOTS_APART = 2;
const MOST_WAITING = 8;

/** The waiting events of a bass line that one figure tells: the first and those that move the same way. */
export function bassGroup(pending: readonly Pending[]): readonly Pending[] {
  if (pending.length > MOST_WAITING) return pending;
  const motion = pending[0]?.motion;
  const end = pending.findIndex((event) => event.motion !== motion);
  return end < 0 ? pending : pending.slice(0, end);
}

/** A start rises from the chord's root to its fifth, a stop falls back; anything else is a single tone. */
export function bassFigure(
  line: Line,
  group: readonly Pending[],
  velocity: number,
  setting: Setting,
): Figure | null {
  const lead = group[0];
  if (!lead) return null;
  const midis =
    lead.motion === 'level' ? [linePitch(line, lead, setting)] : rootAndFifth(setting, lead);
  return {
    start: setting.index,
    voice: line.voice,
    seconds: PARTS[line.voice].seconds,
    fit: 'chord',
    hits: midis.map((midi, at) => ({ offset: at * SLOTS_APART, midis: [midi], velocity })),
    events: group.map(({ id }) => id),
  };
}

/** Where the fifth above would leave the register, the fifth below takes its place; the direction stays. */
function rootAndFifth(setting: Setting, { motion }: Pending): number[] {
  const { low, high } = PARTS.bass.register;
  const root = pitchFrom(low, setting.chord.triad[0]);
  const fifth = root + 7 > high ? root - 5 : root + 7;
  const rising = [Math.min(root, fifth), Math.max(root, fifth)];
  return motion === 'up' ? rising : rising.reverse();
}
