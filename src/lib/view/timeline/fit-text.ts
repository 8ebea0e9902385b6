import type { Pixels } from './layout';

/** The width of a text in the interface's 12 px type. */
export type Measure = (text: string, weight: 400 | 500) => Pixels;

/** A text cut shorter than this tells nothing. */
const LEAST_LETTERS = 3;

/** The text, or as much of its beginning as fits with an ellipsis; null where fewer than three letters would. */
export function fitText(
  text: string,
  room: Pixels,
  measure: (text: string) => Pixels,
): string | null {
  if (measure(text) <= room) return text;
  const letters = Array.from(text);
  const cut = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`;
  let fits = 0;
  let tooLong = letters.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(cut(middle)) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits < LEAST_LETTERS ? null : cut(fits);
}
