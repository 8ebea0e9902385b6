import type { Pace, Plan } from '$lib/session/listening';
import { numeral } from '../words/numeral';

/** The speeds to choose from. */
export const SPEEDS: readonly Pace['speed'][] = [1, 10, 60, 600, 3600, 'fit'];

/** A speed as its button says it: `600×`. */
export function speedWords(speed: Pace['speed']): string {
  return speed === 'fit' ? 'Fit to 3 min' : `${numeral(speed)}×`;
}

/** How fast the recording runs now: "480 times as fast as it happened". */
export function paceWords({ speed }: Pick<Plan, 'speed'>): string {
  const shown = speed < 10 ? Math.round(speed * 10) / 10 : Math.round(speed);
  return shown === 1 ? 'as fast as it happened' : `${numeral(shown)} times as fast as it happened`;
}
