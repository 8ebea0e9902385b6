/** Control characters, and the marks that turn the direction of writing and so can make a name read as another. */
const UNSEEN = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Text from an event on one line, fit to be shown as text, cut to `maxChars` with an ellipsis. */
export function plainText(text: string, maxChars: number): string {
  const line = text
    .slice(0, maxChars * 4)
    .replace(UNSEEN, ' ')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= maxChars) return line;
  return `${line
    .slice(0, maxChars - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
