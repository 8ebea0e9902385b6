import type { Json, JsonObject } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import type { FieldTest } from './field-test';
import { isLeafNode, type Path, type PatternNode } from './pattern-node';
import { isLeaf, type Leaf } from './value-test';

const NONE: readonly string[] = [];

/**
 * Whether what an event has at one place satisfies a node. All fields must hold in one and the same element of each
 * array that they go through, as EventBridge has it. Each value of the event is looked at once.
 */
export function nodeMatches(node: PatternNode, value: Json | undefined): boolean {
  if (value === undefined) return node.optional;
  const { field } = node;
  if (field !== null && !isLeafNode(node)) return sourcesMatch(node, [value]);
  if (field !== null) return anyLeaf(value, field) || (field.absent && !hasLeaf(value, [], 0));
  if (Array.isArray(value)) return elementMatches(node, value as readonly Json[]);
  return isObject(value) ? objectMatches(node, value) : node.optional;
}

function elementMatches(node: PatternNode, array: readonly Json[]): boolean {
  const elements = array.filter((one) => !isLeaf(one));
  return elements.length === 0 ? node.optional : elements.some((one) => nodeMatches(node, one));
}

/** Fields with one name come first: no name with dots leads to them, and they seldom match. */
function objectMatches(node: PatternNode, object: JsonObject): boolean {
  for (const { name, node: child } of node.leaves)
    if (!nodeMatches(child, own(object, name))) return false;
  if (dottedIn(object, node).length > 0) return sourcesMatch(node, [object]);
  for (const { name, node: child } of node.branches)
    if (!nodeMatches(child, own(object, name))) return false;
  for (const path of node.absences) if (hasLeaf(object, path, 0)) return false;
  return true;
}

/** Whether any single value, in arrays too, passes. */
function anyLeaf(value: Json, field: FieldTest): boolean {
  if (isLeaf(value)) return field.passes(value);
  return Array.isArray(value) && (value as readonly Json[]).some((one) => anyLeaf(one, field));
}

/** Whether an event has a single value, not an object or an empty list, anywhere at a path. */
function hasLeaf(value: Json | undefined, path: Path, depth: number): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value))
    return (value as readonly Json[]).some((one) => hasLeaf(one, path, depth));
  if (depth === path.length) return isLeaf(value);
  for (let end = depth + 1; end <= path.length; end++)
    if (hasLeaf(fieldOf(value, path.slice(depth, end).join('.')), path, end)) return true;
  return false;
}

/**
 * The same for the several values that one place has when names with dots lead to it too: `{"a.b": 1}` is what
 * `{"a": {"b": 1}}` is. One element is chosen of each array; a field may be found in any of the values.
 */
function sourcesMatch(node: PatternNode, sources: readonly Json[], passed = false): boolean {
  const leaf = passed || node.field === null || leavesOf(sources).some(node.field.passes);
  const at = sources.findIndex(Array.isArray);
  if (at < 0) return leaf && objectsMatch(node, sources.filter(isObject));
  const array = sources[at] as readonly Json[];
  const others = sources.filter((_, index) => index !== at);
  const found = leaf || leavesOf(array).some((one) => node.field?.passes(one));
  if (isLeafNode(node) && found) return true;
  return [[], ...array.filter((one) => !isLeaf(one)).map((one) => [one])].some((chosen) =>
    sourcesMatch(node, [...others, ...chosen], found),
  );
}

function objectsMatch(node: PatternNode, objects: readonly JsonObject[]): boolean {
  return (
    [...node.leaves, ...node.branches].every(({ name, node: child }) =>
      sourcesMatch(
        child,
        objects.flatMap((object) => valuesOf(object, name, dottedIn(object, node))),
      ),
    ) && !node.absences.some((path) => objects.some((object) => hasLeaf(object, path, 0)))
  );
}

/** The names with dots in them that an object has, and that the node may ask for. */
function dottedIn(object: JsonObject, node: PatternNode): readonly string[] {
  if (node.dotted === null) return Object.keys(object).filter((name) => name.includes('.'));
  for (const name of node.dotted)
    if (own(object, name) !== undefined)
      return node.dotted.filter((one) => Object.hasOwn(object, one));
  return NONE;
}

/** What an object has at a name: its field, and what its names with dots put below it. */
function valuesOf(object: JsonObject, name: string, dotted: readonly string[]): Json[] {
  const below = dotted
    .filter((path) => path.startsWith(`${name}.`))
    .map((path) => ({ [path.slice(name.length + 1)]: object[path] as Json }));
  const own = fieldOf(object, name);
  return own === undefined ? below : [own, ...below];
}

function leavesOf(values: readonly Json[]): readonly Leaf[] {
  return values.filter(isLeaf);
}

/** An object's own field. Most names that a pattern asks for are not there at all, which a plain look tells soonest. */
function own(object: JsonObject, name: string): Json | undefined {
  const value = object[name];
  return value !== undefined && Object.hasOwn(object, name) ? value : undefined;
}
