import type { Cue } from '../mapping/cue';
import { type Line, lineName, newLine, type Pending, pendingOf, playedBy, stepLine } from './line';

/** All lines that have spoken in the last minutes, in the order of their first word. */
export type Band = readonly Line[];

const MOST_LINES = 64;
/** Ten minutes: silent for longer, a line is forgotten. */
const FORGET_SLOTS = 3840;

interface Heard {
  events: number;
  pending: Pending[];
}

/**
 * The band one slot on. `warned` cues count as heard and do not wait; the others wait in their lines.
 * Lines without anything waiting are forgotten after ten minutes, or sooner when there are more than 64.
 */
export function stepBand(
  band: Band,
  cues: readonly Cue[],
  warned: ReadonlySet<Cue>,
  index: number,
): Band {
  const lines = new Map(band.map((line) => [line.name, line]));
  const heard = new Map<string, Heard>();
  for (const cue of cues) {
    const name = seat(lines, heard, cue, index);
    const entry = heard.get(name) ?? { events: 0, pending: [] };
    entry.events += 1;
    if (!warned.has(cue)) entry.pending.push(pendingOf(cue, index));
    heard.set(name, entry);
  }
  return [...lines.values()]
    .map((line) => hear(line, heard.get(line.name), index))
    .filter((line) => line.pending.length > 0 || index - line.heardAt < FORGET_SLOTS);
}

function hear(line: Line, heard: Heard | undefined, index: number): Line {
  const next = stepLine(line, heard?.events ?? 0, index);
  if (!heard || heard.pending.length === 0) return next;
  return { ...next, pending: [...line.pending, ...heard.pending] };
}

/** The name of the line that takes a cue. A full band makes room, or shares the line of the same voice. */
function seat(
  lines: Map<string, Line>,
  heard: ReadonlyMap<string, Heard>,
  cue: Cue,
  index: number,
): string {
  const name = lineName(cue);
  if (lines.has(name)) return name;
  if (lines.size >= MOST_LINES) {
    const idle = [...lines.values()].filter(
      (line) => line.pending.length === 0 && !heard.has(line.name),
    );
    const leaver = longestSilent(idle);
    if (!leaver) return sharedSeat(lines, cue, index);
    lines.delete(leaver.name);
  }
  lines.set(name, newLine(cue, name, index));
  return name;
}

function longestSilent(lines: readonly Line[]): Line | undefined {
  return lines.reduce<Line | undefined>(
    (found, line) => (found && found.heardAt <= line.heardAt ? found : line),
    undefined,
  );
}

/** A line for all that found no seat of their own: one a voice, so their number is bounded. */
function sharedSeat(lines: Map<string, Line>, cue: Cue, index: number): string {
  const shared = { ...cue, stream: `all ${playedBy(cue)}` };
  const name = lineName(shared);
  if (!lines.has(name)) lines.set(name, newLine(shared, name, index));
  return name;
}
