import type { Json } from '../event/aws-event';
import { isObject } from '../event/json-field';
import { compileField } from './expression';
import type { FieldTest } from './field-test';
import { PatternError } from './pattern-error';
import { collectErrors } from './pattern-errors';
import { isReserved } from './reserved-names';

/** What an event must hold: for the path of each field, its names joined by dots, the test of its values. */
export type Alternative = ReadonlyMap<string, FieldTest>;

/** EventBridge refuses a pattern whose `$or` fields make more combinations than this. */
const MAX_COMBINATIONS = 1_000;
/** aws/event-ruler refuses a rule of more fields. */
const MAX_FIELDS = 256;
/** The levels that Jackson, the parser of aws/event-ruler, reads. */
export const MAX_PATTERN_DEPTH = 1_000;

/** Where the parser stands. */
interface Place {
  /** The path in the pattern, for a person. */
  readonly path: string;
  /** The names of the fields around, joined by dots and ended by one. */
  readonly prefix: string;
  readonly depth: number;
  /** Whether a `$or` joins patterns; otherwise it is a field. */
  readonly orJoins: boolean;
  /** Inside a branch of `$or`, where the names of operators are no fields. */
  readonly inBranch: boolean;
}

const TOP: Place = { path: '', prefix: '', depth: 0, orJoins: true, inBranch: false };

type Alternatives = readonly Alternative[];

/**
 * Parses an event pattern into alternatives, one of which must hold as a whole. `$or` is multiplied out, so that
 * what stands beside it joins each of its branches; of two tests of one path the later counts. Where a `$or` cannot
 * be read so, it is an ordinary field name throughout the pattern, as in aws/event-ruler.
 * @throws PatternError for whatever EventBridge would refuse
 */
export function parsePattern(pattern: Json): Alternatives {
  try {
    return parseObject(pattern, TOP);
  } catch (error) {
    const plain = error instanceof PatternError ? withPlainOr(pattern) : null;
    if (plain === null) throw error;
    return plain;
  }
}

/** The pattern with `$or` as the name of a field; null where that is no pattern either. */
function withPlainOr(pattern: Json): Alternatives | null {
  try {
    return parseObject(pattern, { ...TOP, orJoins: false });
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}

function parseObject(pattern: Json, place: Place): Alternatives {
  const { path, depth } = place;
  if (!isObject(pattern))
    throw new PatternError(path, 'must be an object', 'Write {"field": ["value"]}.');
  if (depth > MAX_PATTERN_DEPTH)
    throw new PatternError(path, 'is nested too deep', 'Use fewer levels.');
  const entries = Object.entries(pattern);
  if (entries.length === 0)
    throw new PatternError(path, 'is empty', 'Name at least one field, or leave it out.');
  const parts = collectErrors(entries, ([name, value]) =>
    name === '$or' && place.orJoins
      ? { name, alternatives: parseOr(value, place) }
      : { name, alternatives: parseField(name, value, place) },
  );
  return parts.reduce<Alternatives>(
    (all, { name, alternatives }) => combine(all, alternatives, join(path, name)),
    [new Map()],
  );
}

function parseField(name: string, value: Json, place: Place): Alternatives {
  const inner = within(place, name);
  if (place.inBranch && isReserved(name))
    throw new PatternError(inner.path, 'is the name of an operator', 'Use another field in $or.');
  if (Array.isArray(value))
    return [new Map([[`${place.prefix}${name}`, compileField(value, inner.path)]])];
  if (isObject(value)) return parseObject(value, inner);
  throw new PatternError(
    inner.path,
    'must be a list or an object',
    `Put the value in a list: ${JSON.stringify([value]).slice(0, 60)}.`,
  );
}

function parseOr(value: Json, place: Place): Alternatives {
  const path = join(place.path, '$or');
  if (!Array.isArray(value) || value.length < 2)
    throw new PatternError(path, 'must list two or more patterns', 'Write "$or": [{…}, {…}].');
  const branch = { ...place, depth: place.depth + 1, inBranch: true };
  return collectErrors(value as readonly Json[], (one, at) =>
    parseObject(one, { ...branch, path: `${path}[${String(at)}]` }),
  ).flat();
}

function within(place: Place, name: string): Place {
  const { path, prefix, depth } = place;
  return { ...place, path: join(path, name), prefix: `${prefix}${name}.`, depth: depth + 1 };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function combine(left: Alternatives, right: Alternatives, path: string): Alternatives {
  if (left.length * right.length > MAX_COMBINATIONS)
    throw new PatternError(path, 'makes more than 1,000 combinations', 'Split the rule in two.');
  const joined = left.flatMap((one) => right.map((other) => new Map([...one, ...other])));
  if (joined.some(({ size }) => size > MAX_FIELDS))
    throw new PatternError(path, 'names more than 256 fields', 'Split the rule in two.');
  return joined;
}

/** The texts that a top-level field must be one of, or null where the alternatives leave it open. */
export function literalsOf(alternatives: Alternatives, name: string): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const alternative of alternatives) {
    const literals = alternative.get(name)?.literals ?? null;
    if (literals === null) return null;
    for (const literal of literals) found.add(literal);
  }
  return found;
}
