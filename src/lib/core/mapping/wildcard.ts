import { PatternError } from './pattern-error';
import { textSearch } from './text-search';

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
  const middle = rest.map(textSearch);
  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let here = first.length;
    for (const endOf of middle) {
      here = endOf(text, here);
      if (here < 0 || here > end) return false;
    }
    return true;
  };
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
