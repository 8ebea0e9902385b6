/** A single value of an event: what is neither an object nor an array. */
export type Leaf = string | number | boolean | null;

/** Whether one value of an event satisfies one expression of a pattern. */
export type ValueTest = (value: Leaf) => boolean;

/** Whether a value of an event is a single one; whatever is neither an object nor an array counts. */
export function isLeaf(value: unknown): value is Leaf {
  return typeof value !== 'object' || value === null;
}
