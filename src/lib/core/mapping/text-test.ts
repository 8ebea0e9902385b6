import type { Json } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import { compileCidr } from './cidr';
import { PatternError } from './pattern-error';
import { compileWildcard } from './wildcard';

export type TextTest = (text: string) => boolean;
type Compiler = (wanted: Json, path: string) => TextTest;

const ends = (wanted: string) => (text: string) => text.endsWith(wanted);
const starts = (wanted: string) => (text: string) => text.startsWith(wanted);
const equalsIgnoreCase = (wanted: string) => {
  const folded = fold(wanted);
  return (text: string) => fold(text) === folded;
};

/** The operators that look at text alone. `prefix` and `suffix` may ignore case. */
export const TEXT_OPERATORS: ReadonlyMap<string, Compiler> = new Map<string, Compiler>([
  ['prefix', (wanted, path) => affix(wanted, path, starts)],
  ['suffix', (wanted, path) => affix(wanted, path, ends)],
  ['equals-ignore-case', (wanted, path) => equalsIgnoreCase(textIn(wanted, path))],
  ['wildcard', (wanted, path) => compileWildcard(textIn(wanted, path), path)],
  ['cidr', (wanted, path) => compileCidr(textIn(wanted, path), path)],
]);

function affix(wanted: Json, path: string, holds: (wanted: string) => TextTest): TextTest {
  if (!isObject(wanted)) return holds(textIn(wanted, path));
  const inner = fieldOf(wanted, 'equals-ignore-case');
  if (inner === undefined || Object.keys(wanted).length !== 1)
    throw new PatternError(
      path,
      'may hold text or equals-ignore-case',
      'Write {"equals-ignore-case": "text"}.',
    );
  const test = holds(fold(textIn(inner, `${path}.equals-ignore-case`)));
  return (text) => test(fold(text));
}

function textIn(wanted: Json, path: string): string {
  if (typeof wanted === 'string') return wanted;
  throw new PatternError(path, 'must be text', 'Put the text to compare with in quotes.');
}

function fold(text: string): string {
  return text.toLowerCase();
}
