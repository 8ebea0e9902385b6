import type { Seconds } from '../score/note';
import { toMicro } from './rounding';
import { SLOT_SECONDS } from './slot';

/** What is left of a value after one slot, when half is left after `halfLife`. */
export function decayPerSlot(halfLife: Seconds): number {
  return 2 ** (-SLOT_SECONDS / halfLife);
}

/**
 * A smoother of amounts per second: given the rate so far and the amount in this slot, the new rate.
 * A steady stream settles at its true rate; half of any change is taken up after `halfLife`.
 */
export function smoother(halfLife: Seconds): (perSecond: number, amount: number) => number {
  const keep = decayPerSlot(halfLife);
  const gain = (1 - keep) / SLOT_SECONDS;
  return (perSecond, amount) => toMicro(perSecond * keep + amount * gain);
}
