import type { Band } from './band';
import { type Line, noveltyOf } from './line';
import { toMicro } from './rounding';
import { SLOTS_PER_BAR } from './slot';

const PLACES = 3;
const TURN_SLOTS = 4 * SLOTS_PER_BAR;
const MOST_FATIGUE = 3;

/** How much quieter a tonal line is in the groove while others are in the foreground. */
export const BACKGROUND_GAIN = 0.6;

/** The band with its foreground: three tonal lines, chosen anew every four bars; free places go to newcomers. */
export function stepStage(band: Band, index: number): Band {
  if (index % TURN_SLOTS === 0) return newTurn(band);
  const free = PLACES - band.filter(({ foreground }) => foreground).length;
  const newcomers = band.filter((line) => line.heardAt === index && isCandidate(line));
  const chosen = free > 0 ? ranked(newcomers).slice(0, free) : [];
  return chosen.length === 0
    ? band
    : band.map((line) => (chosen.includes(line) ? { ...line, foreground: true } : line));
}

function newTurn(band: Band): Band {
  const chosen = new Set(ranked(band.filter((line) => line.kind === 'tonal')).slice(0, PLACES));
  return band.map((line) => {
    const foreground = chosen.has(line);
    const fatigue = foreground
      ? Math.min(MOST_FATIGUE, line.fatigue + 0.5)
      : Math.max(0, line.fatigue - 1);
    return { ...line, foreground, fatigue };
  });
}

function isCandidate(line: Line): boolean {
  return line.kind === 'tonal' && !line.foreground;
}

function ranked(lines: readonly Line[]): Line[] {
  return lines
    .map((line) => ({ line, claim: claimOf(line) }))
    .sort((a, b) => b.claim - a.claim || (a.line.name < b.line.name ? -1 : 1))
    .map(({ line }) => line);
}

function claimOf(line: Line): number {
  const stays = line.foreground ? 0.3 : 0;
  const busy = Math.log2(1 + line.rate);
  return toMicro(busy + 3 * noveltyOf(line) + stays - 0.8 * line.fatigue);
}
