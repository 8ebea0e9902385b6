import type { Json } from '../event/aws-event';
import { isObject } from '../event/json-field';
import { compileField, type FieldTest } from './expression';
import { PatternError } from './pattern-error';

/** EventBridge refuses a pattern whose `$or` fields make more combinations than this. */
const MAX_COMBINATIONS = 1_000;
const MAX_DEPTH = 50;

/** What must hold at one place of an event: tests of its values, and trees for the fields below it. */
export interface PatternTree {
  readonly fields: readonly FieldTest[];
  readonly children: ReadonlyMap<string, PatternTree>;
}

const NOTHING: PatternTree = { fields: [], children: new Map() };

/**
 * Parses an event pattern into alternatives, one of which must hold as a whole. `$or` is multiplied out, so that
 * what stands beside it joins each of its branches at the same places of the event.
 * @throws PatternError for whatever EventBridge would refuse
 */
export function parsePattern(pattern: Json): readonly PatternTree[] {
  return parseObject(pattern, '', 0);
}

function parseObject(pattern: Json, path: string, depth: number): readonly PatternTree[] {
  if (!isObject(pattern))
    throw new PatternError(path, 'must be an object', 'Write {"field": ["value"]}.');
  if (depth > MAX_DEPTH) throw new PatternError(path, 'is nested too deep', 'Use fewer levels.');
  const entries = Object.entries(pattern);
  if (entries.length === 0)
    throw new PatternError(path, 'is empty', 'Name at least one field, or leave it out.');
  let trees: readonly PatternTree[] = [NOTHING];
  for (const [name, value] of entries) {
    const inner = path === '' ? name : `${path}.${name}`;
    trees = combine(trees, parseField(name, value, inner, path, depth), inner);
  }
  return trees;
}

function parseField(
  name: string,
  value: Json,
  inner: string,
  path: string,
  depth: number,
): readonly PatternTree[] {
  if (name === '$or' && Array.isArray(value)) return parseOr(value, inner, depth);
  if (Array.isArray(value))
    return [under(name, { fields: [compileField(value, inner)], children: new Map() })];
  if (isObject(value)) return parseObject(value, inner, depth + 1).map((tree) => under(name, tree));
  throw new PatternError(inner, 'must be a list or an object', `Put the value in a list: ["…"].`);
}

function parseOr(branches: readonly Json[], path: string, depth: number): readonly PatternTree[] {
  if (branches.length < 2)
    throw new PatternError(path, 'must list two or more patterns', 'Write "$or": [{…}, {…}].');
  return branches.flatMap((branch, at) => parseObject(branch, `${path}[${String(at)}]`, depth + 1));
}

function under(name: string, tree: PatternTree): PatternTree {
  return { fields: [], children: new Map([[name, tree]]) };
}

function combine(
  left: readonly PatternTree[],
  right: readonly PatternTree[],
  path: string,
): readonly PatternTree[] {
  if (left.length * right.length > MAX_COMBINATIONS)
    throw new PatternError(path, 'makes more than 1,000 combinations', 'Split the rule in two.');
  return left.flatMap((one) => right.map((other) => merge(one, other)));
}

function merge(one: PatternTree, other: PatternTree): PatternTree {
  const children = new Map(one.children);
  for (const [name, tree] of other.children) {
    const present = children.get(name);
    children.set(name, present === undefined ? tree : merge(present, tree));
  }
  return { fields: [...one.fields, ...other.fields], children };
}

/** The texts that a top-level field must be one of, or null where the alternatives leave it open. */
export function literalsOf(
  trees: readonly PatternTree[],
  name: string,
): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const tree of trees) {
    const literals = tree.children.get(name)?.fields.find((field) => field.literals)?.literals;
    if (literals === undefined || literals === null) return null;
    for (const literal of literals) found.add(literal);
  }
  return found;
}
