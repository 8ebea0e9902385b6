import type { Note } from '../score/note';
import type { Figure } from './figure';
import { padNotes } from './pad';
import { PARTS } from './parts';
import { pitchFrom } from './pitch';
import type { PitchClass } from './scale';
import { type Link, SLOTS_PER_BAR } from './slot';

/** Whether we hear the account, and since when. */
export interface LinkState {
  readonly link: Link;
  readonly since: number;
}

export const INITIAL_LINK: LinkState = { link: 'up', since: 0 };

/** What a change of the link, or its absence, sounds like in one slot. */
export interface LinkStep {
  readonly state: LinkState;
  readonly figures: readonly Figure[];
  readonly notes: readonly Note[];
  /** The link has just come back. */
  readonly returned: boolean;
}

const SLOTS_APART = 3;
const VELOCITY = 0.6;
const MINUTE_SLOTS = 384;
const SILENT_AFTER_SLOTS = 10 * MINUTE_SLOTS;
const HELD_SLOTS = 4 * SLOTS_PER_BAR;
/** G2: from here the falling figure lies inside the reed's register. */
const LOWEST_ROOT = 43;

/** A lost link falls from the fifth to the root, each minute again, over a bare fifth; a return rises. */
export function stepLink(state: LinkState, link: Link, index: number, tonic: PitchClass): LinkStep {
  const before = state.link === 'down';
  const down = link === 'down';
  const now = link === state.link ? state : { link, since: index };
  const root = pitchFrom(LOWEST_ROOT, tonic);
  if (!down) {
    const figures = before ? [figure([root + 12, root + 19], index)] : [];
    return { state: now, figures, notes: [], returned: before };
  }
  const lost = index - now.since;
  if (lost >= SILENT_AFTER_SLOTS) return { state: now, figures: [], notes: [], returned: false };
  return {
    state: now,
    figures: lost % MINUTE_SLOTS === 0 ? [figure([root + 19, root + 12], index)] : [],
    notes: lost % HELD_SLOTS === 0 ? padNotes([root, root + 7], index, index + HELD_SLOTS) : [],
    returned: false,
  };
}

function figure(midis: readonly number[], index: number): Figure {
  return {
    start: index,
    voice: 'reed',
    seconds: PARTS.reed.seconds,
    fit: 'key',
    hits: midis.map((midi, at) => ({
      offset: at * SLOTS_APART,
      midis: [midi],
      velocity: VELOCITY,
    })),
    events: [],
  };
}
