import type { Seconds } from '$lib/core/score/note';

const STEP_SECONDS: Seconds = 5;
/** A page is this part of the whole. */
const PAGE = 0.1;

type Move = (position: Seconds, duration: Seconds) => Seconds;

const MOVES: ReadonlyMap<string, Move> = new Map<string, Move>([
  ['ArrowLeft', (position) => position - STEP_SECONDS],
  ['ArrowDown', (position) => position - STEP_SECONDS],
  ['ArrowRight', (position) => position + STEP_SECONDS],
  ['ArrowUp', (position) => position + STEP_SECONDS],
  ['PageDown', (position, duration) => position - duration * PAGE],
  ['PageUp', (position, duration) => position + duration * PAGE],
  ['Home', () => 0],
  ['End', (_position, duration) => duration],
]);

/** Where a key leads from a position, within the music; null where it is no key of a slider. */
export function scrubTarget(key: string, position: Seconds, duration: Seconds): Seconds | null {
  const to = MOVES.get(key)?.(position, duration);
  return to === undefined ? null : Math.min(duration, Math.max(0, to));
}
