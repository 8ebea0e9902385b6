import { isEuclidOnset } from './euclid';
import type { Kind, Line } from './line';
import { clamp } from './rounding';
import { SLOTS_PER_BAR } from './slot';
import { placeInBar } from './slot-place';

/** The places in the bar that a snare fills, in the order in which it takes them as it grows busier. */
const SNARE_PLACES = [4, 12, 7, 15, 10, 2, 9] as const;
const BACKBEAT = 8;
const LEAST_PULSES = 2;
/** A source that was silent for two seconds does not wait for its pulse. */
const SILENT_SLOTS = 13;
/** The slot in which an event is heard not counted: with it, none waits more than eight. */
const LONGEST_WAIT_SLOTS = 7;

const ROTATIONS: Record<'insert' | 'modify' | 'remove', number> = {
  insert: 0,
  modify: 2,
  remove: 3,
};

/** How often a line pulses in a bar, by its rate; a tonal line outside the foreground only twice. */
export function pulsesPerBar(line: Line): number {
  const tonal = line.kind === 'tonal' || line.kind === 'bass';
  if (tonal && !line.foreground) return LEAST_PULSES;
  const growth = (tonal ? 0.8 : 1.15) * Math.log2(1 + line.rate);
  return clamp(Math.round(growth), LEAST_PULSES, tonal ? 5 : 7);
}

/** Whether a line's pattern has a pulse in a slot. */
export function isPulse(line: Line, index: number): boolean {
  const pulses = pulsesPerBar(line);
  const place = placeInBar(index);
  if (line.kind === 'snare') return SNARE_PLACES.slice(0, pulses).some((slot) => slot === place);
  return isEuclidOnset(pulses, SLOTS_PER_BAR, place, rotationOf(line));
}

function rotationOf(line: Line): number {
  const { kind } = line;
  return kind === 'insert' || kind === 'modify' || kind === 'remove'
    ? ROTATIONS[kind]
    : line.rotation;
}

/** Whether a line with something waiting plays in this slot of the groove. */
export function playsInGroove(line: Line, index: number): boolean {
  const oldest = line.pending[0];
  if (!oldest) return false;
  return (
    isPulse(line, index) ||
    index - line.soundedAt >= SILENT_SLOTS ||
    index - oldest.slot >= LONGEST_WAIT_SLOTS
  );
}

/** How loud a drum is at its place in the groove: ghosts off the backbeat, soft shakers, soft rims. */
export function grooveGain(kind: Kind, index: number): number {
  const place = placeInBar(index);
  if (kind === 'snare') return place % BACKBEAT === 4 ? 1 : 0.42;
  if (kind === 'modify') return place % 4 === 2 ? 1 : 0.6;
  return kind === 'remove' ? 0.7 : 1;
}
