import { SLOTS_PER_BAR } from './slot';

export const SLOTS_PER_BEAT = 4;
export const BEATS_PER_BAR = SLOTS_PER_BAR / SLOTS_PER_BEAT;

/** A slot's place in its bar, 0 to 15. */
export function placeInBar(index: number): number {
  return index % SLOTS_PER_BAR;
}

/** Whether a bar begins with this slot. */
export function isBarLine(index: number): boolean {
  return index % SLOTS_PER_BAR === 0;
}

/** The bar of a slot, from 0. */
export function barOf(index: number): number {
  return Math.floor(index / SLOTS_PER_BAR);
}

/** How much a slot is stressed by its place: the bar most, then half, beat, eighth and sixteenth. */
export function accentOf(index: number): number {
  if (index % 16 === 0) return 1;
  if (index % 8 === 0) return 0.95;
  if (index % 4 === 0) return 0.88;
  return index % 2 === 0 ? 0.76 : 0.66;
}
