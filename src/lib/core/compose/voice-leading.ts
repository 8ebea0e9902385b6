import type { Chord } from './chord';
import type { PitchClass } from './scale';

/** Four pad voices as MIDI numbers, lowest first. */
export type Voicing = readonly [number, number, number, number];

const LOWEST = 43;
const HIGHEST = 76;
const LEAST_BOTTOM_GAP = 7;
const LEAST_GAP = 5;
const WIDEST_GAP = 14;
const CENTRE = 60;

const memory = new Map<string, readonly Voicing[]>();

/**
 * All ways to spread a chord over four voices between MIDI 43 and 76, with gaps wide enough to stay smooth. Root and
 * third are always among them: without these two, chords that share tones could not be told apart.
 */
export function voicingsOf({ tones, triad }: Chord): readonly Voicing[] {
  const name = tones.join(' ');
  const known = memory.get(name);
  if (known) return known;
  const pitches: number[] = [];
  for (let midi = LOWEST; midi <= HIGHEST; midi += 1)
    if (tones.includes(midi % 12)) pitches.push(midi);
  const has = (voicing: Voicing, tone: PitchClass) => voicing.some((midi) => midi % 12 === tone);
  const found = stack(pitches).filter(
    (voicing) => has(voicing, triad[0]) && has(voicing, triad[1]),
  );
  memory.set(name, found);
  return found;
}

function stack(pitches: readonly number[]): readonly Voicing[] {
  const above = (low: number, least: number) =>
    pitches.filter((midi) => midi - low >= least && midi - low <= WIDEST_GAP);
  return pitches.flatMap((bass) =>
    above(bass, LEAST_BOTTOM_GAP).flatMap((tenor) =>
      above(tenor, LEAST_GAP).flatMap((alto) =>
        above(alto, LEAST_GAP).map((top): Voicing => [bass, tenor, alto, top]),
      ),
    ),
  );
}

/** How ill a voicing follows another (none before the first chord); lower is smoother. */
export function leadingCost(from: Voicing | null, to: Voicing, root: PitchClass): number {
  const mean = (to[0] + to[1] + to[2] + to[3]) / 4;
  const variety = new Set(to.map((midi) => midi % 12)).size;
  const shape =
    (to[0] % 12 === root ? 0 : 2) + 0.5 * Math.abs(mean - CENTRE) + (variety < 3 ? 6 : 0);
  return from ? shape + motionCost(from, to) + 3 * parallels(from, to) : shape;
}

function motionCost(from: Voicing, to: Voicing): number {
  let cost = 0;
  for (let voice = 0; voice < 4; voice += 1) {
    const move = Math.abs((to[voice] ?? 0) - (from[voice] ?? 0));
    cost += move + 2 * Math.max(0, move - 4);
  }
  return cost;
}

/** Pairs of voices that move the same way from one fifth or octave to another. */
function parallels(from: Voicing, to: Voicing): number {
  let count = 0;
  for (let low = 0; low < 3; low += 1)
    for (let high = low + 1; high < 4; high += 1) if (isParallel(from, to, low, high)) count += 1;
  return count;
}

function isParallel(from: Voicing, to: Voicing, low: number, high: number): boolean {
  const before = ((from[high] ?? 0) - (from[low] ?? 0)) % 12;
  const after = ((to[high] ?? 0) - (to[low] ?? 0)) % 12;
  if (before !== after || (before !== 0 && before !== 7)) return false;
  return ((to[low] ?? 0) - (from[low] ?? 0)) * ((to[high] ?? 0) - (from[high] ?? 0)) > 0;
}

/** The smoothest voicing of a chord after another, and its cost. The first found wins ties. */
export function bestVoicing(
  from: Voicing | null,
  chord: Chord,
): { voicing: Voicing; cost: number } {
  let voicing: Voicing | null = null;
  let cost = Infinity;
  for (const candidate of voicingsOf(chord)) {
    const price = leadingCost(from, candidate, chord.triad[0]);
    if (price < cost) {
      voicing = candidate;
      cost = price;
    }
  }
  if (!voicing) throw new RangeError('A chord of the key always has a voicing between 43 and 76.');
  return { voicing, cost };
}
