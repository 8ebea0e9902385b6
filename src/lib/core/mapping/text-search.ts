/** Where a piece first ends in a text, searched from a place on; -1 where it is not found. */
export type TextSearch = (text: string, from: number) => number;

/** Up to this length a plain search looks at no character of the text more often than this. */
const SHORT = 8;

/**
 * Compiles a search that looks at each character of a text a bounded number of times: a plain one for short pieces,
 * Knuth, Morris and Pratt's (SIAM J. Comput. 6, 1977) for long ones.
 */
export function textSearch(piece: string): TextSearch {
  if (piece.length > SHORT) return knuthMorrisPratt(piece);
  return (text, from) => {
    const found = text.indexOf(piece, from);
    return found < 0 ? -1 : found + piece.length;
  };
}

function knuthMorrisPratt(piece: string): TextSearch {
  const borders = bordersOf(piece);
  return (text, from) => {
    let matched = 0;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      while (matched > 0 && piece.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
      if (piece.charCodeAt(matched) === unit) matched++;
      if (matched === piece.length) return at + 1;
    }
    return -1;
  };
}

/** For each start of a piece, the length of the longest shorter start that it also ends with. */
function bordersOf(piece: string): readonly number[] {
  const borders = [0];
  for (let at = 1, border = 0; at < piece.length; at++) {
    while (border > 0 && piece.charCodeAt(at) !== piece.charCodeAt(border))
      border = borders[border - 1] ?? 0;
    if (piece.charCodeAt(at) === piece.charCodeAt(border)) border++;
    borders.push(border);
  }
  return borders;
}
