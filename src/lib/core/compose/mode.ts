/** Six modes on one tonic, brightest first; each alters one tone of the one before. */
export const MODES = ['lydian', 'ionian', 'mixolydian', 'dorian', 'aeolian', 'phrygian'] as const;

export type Mode = (typeof MODES)[number];

/** The mood above which each mode stands. */
const FLOORS: Record<Mode, number> = {
  lydian: 0.82,
  ionian: 0.62,
  mixolydian: 0.48,
  dorian: 0.3,
  aeolian: 0.12,
  phrygian: 0,
};

const HYSTERESIS = 0.04;
const BARS_UPWARD = 4;
const BARS_DOWNWARD = 2;

/** The mode, and for how many bar lines in a row the mood has asked for the next brighter or darker one. */
export interface ModeState {
  readonly mode: Mode;
  readonly brighterBars: number;
  readonly darkerBars: number;
}

export const INITIAL_MODE: ModeState = { mode: 'ionian', brighterBars: 0, darkerBars: 0 };

/** The mode after a bar line: one step at most, when the mood has asked for it long enough. */
export function stepMode(state: ModeState, mood: number): ModeState {
  const place = MODES.indexOf(state.mode);
  const brighter = MODES[place - 1];
  const darker = MODES[place + 1];
  const up = brighter !== undefined && mood > FLOORS[brighter] + HYSTERESIS;
  const down = darker !== undefined && mood < FLOORS[state.mode] - HYSTERESIS;
  const brighterBars = up ? state.brighterBars + 1 : 0;
  const darkerBars = down ? state.darkerBars + 1 : 0;
  if (up && brighterBars >= BARS_UPWARD) return settled(brighter);
  if (down && darkerBars >= BARS_DOWNWARD) return settled(darker);
  return { mode: state.mode, brighterBars, darkerBars };
}

function settled(mode: Mode): ModeState {
  return { mode, brighterBars: 0, darkerBars: 0 };
}
