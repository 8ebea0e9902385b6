/** A piece of a pattern: text as it stands, `?`, or `*`. `own` is false for text that came from a variable. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly own: boolean }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' };

/** Splits text with wildcards into pieces. */
export function piecesOf(text: string): Piece[] {
  return (text.match(/[*?]|[^*?]+/g) ?? []).map((part) => {
    if (part === '*') return { kind: 'many' };
    if (part === '?') return { kind: 'one' };
    return { kind: 'text', text: part, own: true };
  });
}

/** Text as a regular expression that fits it alone. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function source(piece: Piece): string {
  if (piece.kind === 'text') return literally(piece.text);
  return piece.kind === 'one' ? '.' : '.*';
}

/** Whether the whole of `value` fits the pieces; `*` stands for any characters, `?` for exactly one. */
export function fits(pieces: readonly Piece[], value: string, ignoreCase = false): boolean {
  if (pieces.every((piece) => piece.kind === 'text')) {
    const text = pieces.map((piece) => piece.text).join('');
    return ignoreCase ? text.toLowerCase() === value.toLowerCase() : text === value;
  }
  const pattern = `^${pieces.map(source).join('')}$`;
  return new RegExp(pattern, ignoreCase ? 'isu' : 'su').test(value);
}
