import { type Alarms, NO_ALARMS } from './alarm';
import type { Band } from './band';
import { type Budget, INITIAL_BUDGET } from './budget';
import { type Density, INITIAL_DENSITY } from './density';
import { type Deploys, NO_DEPLOYS } from './deploy';
import { type Errors, NO_ERRORS } from './error';
import type { Figure } from './figure';
import { type Harmony, initialHarmony } from './harmony';
import { hashOf } from './hash';
import { INITIAL_LINK, type LinkState } from './link-figures';
import { INITIAL_MOOD, type Mood } from './mood';
import type { Held } from './pad';
import { NO_MEMORIES, type Memories } from './reason';
import type { PitchClass } from './scale';

/** Everything that the composer remembers between two slots: plain data that JSON carries unchanged. */
export interface ComposerState {
  /** The next slot. */
  readonly index: number;
  /** The random generator's state. */
  readonly random: number;
  /** Events per second of all sources, half-life 3 s. */
  readonly rate: number;
  /** The energy of the routine notes, half-life 4 s. */
  readonly energy: number;
  readonly density: Density;
  readonly mood: Mood;
  readonly harmony: Harmony;
  readonly link: LinkState;
  /** The tones that the pad holds. */
  readonly held: readonly Held[];
  readonly alarms: Alarms;
  readonly errors: Errors;
  readonly deploys: Deploys;
  /** The slot of the last warning figure of any source. */
  readonly warnedAt: number;
  readonly band: Band;
  readonly budget: Budget;
  /** Figures with notes still to come. */
  readonly figures: readonly Figure[];
  readonly memories: Memories;
}

const D: PitchClass = 2;
const HOMES: readonly PitchClass[] = [0, 2, 5, 7, 9];

/** The home tonic of an account, the same for good: C, D, F, G or A. */
export function tonicOfAccount(account: string): PitchClass {
  return HOMES[hashOf(account) % HOMES.length] ?? D;
}

/**
 * The state before slot 0. The same seed and slots give the same music.
 * `tonic` is the pitch class (0 for C to 11 for B) that the key returns to; D unless told.
 */
export function initialState(seed: number, options: { tonic?: PitchClass } = {}): ComposerState {
  return {
    index: 0,
    random: hashOf(String(seed)),
    rate: 0,
    energy: 0,
    density: INITIAL_DENSITY,
    mood: INITIAL_MOOD,
    harmony: initialHarmony((((options.tonic ?? D) % 12) + 12) % 12),
    link: INITIAL_LINK,
    held: [],
    alarms: NO_ALARMS,
    errors: NO_ERRORS,
    deploys: NO_DEPLOYS,
    warnedAt: -16,
    band: [],
    budget: INITIAL_BUDGET,
    figures: [],
    memories: NO_MEMORIES,
  };
}

/** How many cues have been heard and not settled. It reaches 0 within 256 slots without cues. */
export function waiting(state: ComposerState): number {
  const { errors, alarms, deploys, band } = state;
  const severe =
    errors.queue.length + errors.storm.length + alarms.waiting.length + alarms.clearing.length;
  return band.reduce((sum, line) => sum + line.pending.length, severe + deploys.waiting.length);
}
