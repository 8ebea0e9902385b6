/** A level relative to full scale or to unity gain, in dB. */
export type Decibels = number;

/** The amplitude factor of a level: 0 dB is 1, −20 dB is 0.1. */
export function gainOf(level: Decibels): number {
  return 10 ** (level / 20);
}
