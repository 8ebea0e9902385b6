import type { FieldTest } from './field-test';
import type { Alternative } from './pattern-alternatives';

/** What must hold at one place of an event. */
export interface PatternNode {
  /** The test of the values here; null where nothing is asked of them. */
  readonly field: FieldTest | null;
  /** What must hold of the fields here that have no fields below them in the pattern. */
  readonly leaves: readonly Child[];
  readonly branches: readonly Child[];
  /** Whether nothing need be here: all fields may be absent. */
  readonly optional: boolean;
  /** Paths from here at which no value may be. */
  readonly absences: readonly Path[];
  /** Names of fields with dots in them that stand for a path from here, as EventBridge has it; null for any. */
  readonly dotted: readonly string[] | null;
}

interface Child {
  readonly name: string;
  readonly node: PatternNode;
}

/** Whether nothing is asked of the fields below a node. */
export function isLeafNode({ leaves, branches }: PatternNode): boolean {
  return leaves.length + branches.length === 0;
}

/** The names of fields, from the outside in. */
export type Path = readonly string[];

/** An event is asked for no more names with dots in them than this; beyond it, all its names are looked at. */
const MAX_DOTTED = 32;

interface Growing {
  field: FieldTest | null;
  readonly children: Map<string, Growing>;
  readonly absences: Path[];
}

/**
 * The tree of an alternative's fields, each of which must have a value or none. `{"exists": false}` is asked of the
 * array elements that the fields before it, in the order of their paths, have chosen; in arrays that no field before
 * it has entered it is asked of all elements.
 */
export function patternNode(alternative: Alternative): PatternNode {
  const root = newNode();
  const paths = [...alternative.keys()].sort();
  for (const path of paths) {
    const field = alternative.get(path);
    if (field === undefined) continue;
    if (field.present) nodeAt(root, path.split('.')).field = field;
    else addAbsence(root, path.split('.'));
  }
  return finished(root);
}

function newNode(): Growing {
  return { field: null, children: new Map(), absences: [] };
}

function nodeAt(root: Growing, path: Path): Growing {
  return path.reduce((node, name) => {
    const next = node.children.get(name) ?? newNode();
    node.children.set(name, next);
    return next;
  }, root);
}

/** Puts an absence at the deepest place, above its own, that a field before it goes through. */
function addAbsence(root: Growing, path: Path): void {
  let node = root;
  let depth = 0;
  for (; depth < path.length - 1; depth++) {
    const next = node.children.get(path[depth] ?? '');
    if (next === undefined || next.children.size === 0) break;
    node = next;
  }
  node.absences.push(path.slice(depth));
}

function finished({ field, children, absences }: Growing): PatternNode {
  const inner = [...children].map(([name, child]) => ({ name, node: finished(child) }));
  const optional = (field?.absent ?? true) && inner.every(({ node }) => node.optional);
  const below = [...inner.flatMap(({ name, node }) => namesBelow(name, node)), ...absences];
  const dotted = below.length > MAX_DOTTED ? null : dottedNames(below);
  const leaves = inner.filter(({ node }) => isLeafNode(node));
  const branches = inner.filter(({ node }) => !isLeafNode(node));
  return { field, leaves, branches, optional, absences, dotted };
}

/** The names that lead to all places below a child, where they are not too many; else more than enough of them. */
function namesBelow(name: string, node: PatternNode): Path[] {
  if (node.dotted === null) return Array<Path>(MAX_DOTTED + 1).fill([name]);
  const next = [
    ...[...node.leaves, ...node.branches].map((child) => child.name),
    ...node.absences.map(([first]) => first),
  ];
  return [[name], ...[...next, ...node.dotted].map((rest) => [name, rest ?? ''])];
}

/** The starts, of two names and more, of some paths. */
function dottedNames(paths: readonly Path[]): readonly string[] {
  const names = paths.flatMap((path) => path.slice(1).map((_, at) => path.slice(0, at + 2)));
  return [...new Set(names.map((path) => path.join('.')))];
}
