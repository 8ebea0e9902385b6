import type { Json, JsonObject } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import type { FieldTest } from './expression';
import { parsePattern, type PatternTree } from './pattern-tree';
import type { Leaf } from './value-test';

/** Whether an event, in the envelope in which EventBridge delivers it, satisfies a pattern. */
export type PatternMatch = (envelope: JsonObject) => boolean;

/** Holds of the value at one place; `root` is the whole event, for what must be absent from it. */
type Holds = (value: Json | undefined, root: JsonObject) => boolean;

/**
 * Compiles an EventBridge event pattern (the published syntax: exact values, prefix, suffix, equals-ignore-case,
 * wildcard, anything-but, numeric, cidr, exists, `$or`, nesting, arrays in events).
 * @throws PatternError with the path, the reason and what would be right
 */
export function compilePattern(pattern: Json): PatternMatch {
  return compileTrees(parsePattern(pattern));
}

/** Compiles a parsed pattern: any one of its alternatives must hold. */
export function compileTrees(trees: readonly PatternTree[]): PatternMatch {
  const alternatives = trees.map((tree) => compileTree(tree, []));
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1)
    return (envelope) => only(envelope, envelope);
  return (envelope) => alternatives.some((holds) => holds(envelope, envelope));
}

function compileTree(tree: PatternTree, path: readonly string[]): Holds {
  const fields = tree.fields.map((field) => compileLeaf(field, path));
  const children = compileChildren(tree, path);
  const all = children === null ? fields : [...fields, children];
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  return (value, root) => all.every((holds) => holds(value, root));
}

/** All fields of an object pattern must hold in one and the same element of an array, as EventBridge has it. */
function compileChildren(tree: PatternTree, path: readonly string[]): Holds | null {
  if (tree.children.size === 0) return null;
  const parts = [...tree.children].map(
    ([name, child]) => [name, compileTree(child, [...path, name])] as const,
  );
  const inObject: Holds = (value, root) => {
    for (const [name, holds] of parts) if (!holds(fieldOf(value, name), root)) return false;
    return true;
  };
  return (value, root) => {
    if (!Array.isArray(value)) return inObject(value, root);
    const elements = flatten(value as readonly Json[]).filter(isObject);
    if (elements.length === 0) return inObject(undefined, root);
    return elements.some((element) => inObject(element, root));
  };
}

function compileLeaf(field: FieldTest, path: readonly string[]): Holds {
  const present: Holds = (value) => {
    if (value === undefined) return false;
    if (Array.isArray(value))
      return flatten(value as readonly Json[]).some((one) => isLeaf(one) && passes(field, one));
    return isLeaf(value) && passes(field, value);
  };
  if (!field.absent) return present;
  return (value, root) => present(value, root) || !hasLeaf(root, path, 0);
}

function passes(field: FieldTest, value: Leaf): boolean {
  for (const test of field.tests) if (test(value)) return true;
  return false;
}

/** Whether an event has a value, not an object or an empty list, anywhere at a path. */
function hasLeaf(value: Json | undefined, path: readonly string[], depth: number): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value))
    return (value as readonly Json[]).some((one) => hasLeaf(one, path, depth));
  const name = path[depth];
  return name === undefined ? isLeaf(value) : hasLeaf(fieldOf(value, name), path, depth + 1);
}

function flatten(values: readonly Json[]): readonly Json[] {
  if (!values.some(Array.isArray)) return values;
  return values.flatMap((one) => (Array.isArray(one) ? flatten(one as readonly Json[]) : [one]));
}

function isLeaf(value: Json): value is Leaf {
  return typeof value !== 'object' || value === null;
}
