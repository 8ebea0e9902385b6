import type { Json } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import { IgnoreCase } from './ignore-case';
import { PatternError } from './pattern-error';
import { compileWildcard } from './wildcard';

export type TextTest = (text: string) => boolean;
type Compiler = (wanted: Json, path: string) => TextTest;

/** The operators that look at text alone, and may be turned round by `anything-but`. */
export const TEXT_OPERATORS: ReadonlyMap<string, Compiler> = new Map<string, Compiler>([
  ['prefix', compilePrefix],
  ['suffix', compileSuffix],
  ['equals-ignore-case', compileIgnoreCase],
  ['wildcard', (wanted, path) => compileWildcard(textIn(wanted, path), path)],
]);

function compilePrefix(wanted: Json, path: string): TextTest {
  const folded = foldedIn(wanted, path);
  if (folded !== null) return (text) => folded.starts(text);
  const prefix = textIn(wanted, path);
  return (text) => text.startsWith(prefix);
}

function compileSuffix(wanted: Json, path: string): TextTest {
  const folded = foldedIn(wanted, path);
  if (folded !== null) return (text) => folded.ends(text);
  const suffix = textIn(wanted, path);
  return (text) => text.endsWith(suffix);
}

function compileIgnoreCase(wanted: Json, path: string): TextTest {
  const folded = new IgnoreCase(textIn(wanted, path));
  return (text) => folded.equals(text);
}

/** The text of `{"equals-ignore-case": "text"}` within prefix and suffix; null where it is plain. */
function foldedIn(wanted: Json, path: string): IgnoreCase | null {
  if (!isObject(wanted)) return null;
  const inner = fieldOf(wanted, 'equals-ignore-case');
  if (inner === undefined || Object.keys(wanted).length !== 1)
    throw new PatternError(
      path,
      'may hold text or equals-ignore-case',
      'Write {"equals-ignore-case": "text"}.',
    );
  return new IgnoreCase(textIn(inner, `${path}.equals-ignore-case`));
}

/** @throws PatternError where it is no text */
export function textIn(wanted: Json, path: string): string {
  if (typeof wanted === 'string') return wanted;
  throw new PatternError(path, 'must be text', 'Put the text to compare with in quotes.');
}
