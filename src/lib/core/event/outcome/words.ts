/** The words of an identifier or phrase in upper case: `TimedOut`, `timed_out` and `TIMED-OUT` all give `TIMED OUT`. */
export function wordsOf(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toUpperCase();
}

/** A test for any of several words or phrases, each met as whole words. */
export function anyOf(...phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.join('|')})\\b`);
}
