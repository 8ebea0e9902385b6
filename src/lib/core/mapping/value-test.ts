/** A single value of an event: what is neither an object nor an array. */
export type Leaf = string | number | boolean | null;

/** Whether one value of an event satisfies one expression of a pattern. */
export type ValueTest = (value: Leaf) => boolean;
