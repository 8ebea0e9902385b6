import type { Json } from '../event/aws-event';
import { PatternError } from './pattern-error';
import type { ValueTest } from './value-test';

const RIGHT = 'Write for example ["=", 5], [">", 0] or [">=", 0, "<", 100].';

type Compare = (value: number, bound: number) => boolean;

const COMPARISONS = new Map<unknown, Compare>([
  ['=', (value, bound) => value === bound],
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['>', (value, bound) => value > bound],
  ['>=', (value, bound) => value >= bound],
]);

/**
 * Compiles `["=", n]`, one comparison, or a lower and an upper one. Only numbers match, never text. Bounds may be any
 * binary64 number, as in aws/event-ruler.
 * @throws PatternError where the expression has another form
 */
export function compileNumericRange(expression: Json, path: string): ValueTest {
  if (!Array.isArray(expression)) throw new PatternError(path, 'must be a list', RIGHT);
  const terms = expression as readonly Json[];
  if (terms.length !== 2 && terms.length !== 4)
    throw new PatternError(path, 'must hold one or two comparisons', RIGHT);
  const first = comparison(terms, 0, path);
  if (terms.length === 2) return numberTest(first);
  const second = comparison(terms, 2, path);
  checkRange(terms, path);
  return numberTest((value) => first(value) && second(value));
}

function comparison(terms: readonly Json[], at: number, path: string): (value: number) => boolean {
  const compare = COMPARISONS.get(terms[at]);
  const bound = terms[at + 1];
  if (compare === undefined)
    throw new PatternError(`${path}[${String(at)}]`, 'must be one of = < <= > >=', RIGHT);
  if (typeof bound !== 'number' || !Number.isFinite(bound))
    throw new PatternError(`${path}[${String(at + 1)}]`, 'must be a number', RIGHT);
  return (value) => compare(value, bound);
}

function checkRange(terms: readonly Json[], path: string): void {
  const [lower, from, upper, to] = terms;
  if (!String(lower).startsWith('>') || !String(upper).startsWith('<'))
    throw new PatternError(path, 'must give the lower bound first, then the upper', RIGHT);
  if (Number(from) >= Number(to))
    throw new PatternError(path, 'has a lower bound that is not below the upper', RIGHT);
}

function numberTest(holds: (value: number) => boolean): ValueTest {
  return (value) => typeof value === 'number' && holds(value);
}
