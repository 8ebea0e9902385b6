import { type ComposerState, waiting } from './composer-state';
import { SLOTS_PER_BAR } from './slot';

/** From the last settled event to the end, so that figures finish: two bars at the most. */
const TAIL_SLOTS = SLOTS_PER_BAR;
const LONGEST_WAIT_SLOTS = 256;

/**
 * Plays empty slots behind the last event until nothing waits, then to the end of the bar after.
 * @param play composes a slot; afterwards `state` gives the new state
 */
export function playOut(state: () => ComposerState, play: (slot: number) => void): void {
  const latest = state().index + LONGEST_WAIT_SLOTS;
  while (waiting(state()) > 0 && state().index < latest) play(state().index);
  const end = Math.ceil(state().index / SLOTS_PER_BAR) * SLOTS_PER_BAR + TAIL_SLOTS;
  while (state().index < end) play(state().index);
}
