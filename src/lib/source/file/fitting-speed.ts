import { musicSeconds } from '$lib/core/compose/schedule';
import type { Seconds } from '$lib/core/score/note';

/** How long music is that is fitted. */
export const FITTED_SECONDS: Seconds = 180;
/** The greatest speed that a listener can choose. */
const USUAL_SPEED = 3_600;
/** Halvings of the range, after which the music is within a millisecond of its length. */
const STEPS = 48;

/**
 * The least speed at which the music of ascending times lasts no more than three minutes: at least 1, and above 3,600
 * only where even that is not enough (more than a week, with its silences).
 */
export function fittingSpeed(times: Float64Array, maxGapSeconds: Seconds): number {
  const fits = (speed: number) => musicSeconds(times, { speed, maxGapSeconds }) <= FITTED_SECONDS;
  if (fits(1)) return 1;
  let most = USUAL_SPEED;
  while (!fits(most)) most *= 2;
  let least = 1;
  for (let step = 0; step < STEPS && most - least > least * 1e-9; step += 1) {
    const middle = (least + most) / 2;
    if (fits(middle)) most = middle;
    else least = middle;
  }
  return most;
}
