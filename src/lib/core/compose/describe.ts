import { presentChord } from './harmony';
import type { ComposerState } from './composer-state';
import type { Regime } from './density';
import type { Mode } from './mode';
import { reasonFor } from './reason';
import { degreeName, tonicName } from './scale';
import { barOf, placeInBar, SLOTS_PER_BEAT } from './slot-place';

/** The word that a listener reads for the mood; it follows the mode. */
export type MoodWord = 'alarmed' | 'tense' | 'settling' | 'content' | 'glad';

/** What the composer has on its mind, for the page. */
export interface Description {
  /** For example `D`. */
  readonly tonic: string;
  readonly mode: Mode;
  /** The names of the chord's tones, root first. */
  readonly chord: readonly string[];
  /** 0 to 1. */
  readonly mood: number;
  /** 0 to 100. */
  readonly happiness: number;
  readonly word: MoodWord;
  /** At most twelve words. */
  readonly reason: string;
  readonly regime: Regime;
  /** The labels of the alarms that stand, oldest first. */
  readonly alarms: readonly string[];
  /** Counted from 1. */
  readonly bar: number;
  /** 1 to 4. */
  readonly beat: number;
}

const WORDS: Record<Mode, MoodWord> = {
  lydian: 'glad',
  ionian: 'content',
  mixolydian: 'settling',
  dorian: 'tense',
  aeolian: 'alarmed',
  phrygian: 'alarmed',
};

/** The word follows the mode; but the mode takes bars to turn, and while an alarm stands nobody is content. */
function wordFor(mode: Mode, alarmStands: boolean): MoodWord {
  const word = WORDS[mode];
  return alarmStands && word !== 'alarmed' ? 'tense' : word;
}

/** The state in words and names, as of the slot composed last. */
export function describe(state: ComposerState): Description {
  const { harmony, mood, alarms, memories, rate, density } = state;
  const index = Math.max(0, state.index - 1);
  const { mode } = harmony.mode;
  return {
    tonic: tonicName(harmony.tonic),
    mode,
    chord: presentChord(harmony).degrees.map((degree) => degreeName(harmony.tonic, mode, degree)),
    mood: mood.value,
    happiness: Math.round(100 * mood.value),
    word: wordFor(mode, alarms.standing.length > 0),
    reason: reasonFor(memories, alarms, rate, index),
    regime: density.regime,
    alarms: alarms.standing.map(({ label }) => label),
    bar: barOf(index) + 1,
    beat: Math.floor(placeInBar(index) / SLOTS_PER_BEAT) + 1,
  };
}
