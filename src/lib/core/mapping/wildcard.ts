import { PatternError } from './pattern-error';

/**
 * Compiles EventBridge's wildcard: `*` stands for any characters, `\*` and `\\` for themselves. Each literal piece
 * is searched once, left to right, so that a match takes linear time in the text.
 * @throws PatternError for two stars in a row and for any other escape
 */
export function compileWildcard(wildcard: string, path: string): (text: string) => boolean {
  const pieces = piecesOf(wildcard, path);
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first)) return false;
    const end = text.length - last.length;
    return text.endsWith(last) && findAll(text, rest, first.length, end);
  };
}

function findAll(text: string, pieces: readonly string[], from: number, end: number): boolean {
  let here = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, here);
    if (found < 0 || found + piece.length > end) return false;
    here = found + piece.length;
  }
  return true;
}

/** The literal pieces between the stars. */
function piecesOf(wildcard: string, path: string): string[] {
  const pieces = [''];
  for (let at = 0; at < wildcard.length; at++) {
    const char = wildcard.charAt(at);
    if (char === '*') {
      if (wildcard.charAt(at + 1) === '*')
        throw new PatternError(
          path,
          'has two stars in a row',
          'Write one star; it stands for any text.',
        );
      pieces.push('');
    } else pieces[pieces.length - 1] += char === '\\' ? escaped(wildcard, ++at, path) : char;
  }
  return pieces;
}

function escaped(wildcard: string, at: number, path: string): string {
  const char = wildcard.charAt(at);
  if (char === '*' || char === '\\') return char;
  throw new PatternError(
    path,
    'has a backslash before something other than * or \\',
    'Write \\\\ for a backslash and \\* for a star.',
  );
}
