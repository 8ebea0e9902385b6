/** A text of at most so many letters; a longer one ends in an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = Array.from(text.slice(0, 2 * most));
  return letters.length <= most && text.length <= 2 * most
    ? text
    : `${letters.slice(0, most).join('')}…`;
}
