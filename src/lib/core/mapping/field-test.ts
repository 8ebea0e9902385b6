import type { Json } from '../event/aws-event';
import type { Leaf, ValueTest } from './value-test';

/** One field's list of expressions, any of which may hold. */
export interface FieldTest {
  /** Whether the field may be absent: `{"exists": false}`. */
  readonly absent: boolean;
  /** Whether some value of the field may satisfy it. */
  readonly present: boolean;
  /** Whether one value satisfies it. */
  readonly passes: ValueTest;
  /** The texts that it names, when it names nothing else; null otherwise. An index can rely on it. */
  readonly literals: readonly string[] | null;
  /** The expressions as they were written. */
  readonly expressions: readonly Json[];
}

/** What one expression asks: for a certain value, for values that pass, or for the field's absence. */
export type Expression =
  | { readonly kind: 'value'; readonly value: Leaf }
  | { readonly kind: 'test'; readonly test: ValueTest }
  | { readonly kind: 'absent' };

/** Joins the expressions of one field. */
export function fieldTest(asked: readonly Expression[], expressions: readonly Json[]): FieldTest {
  const values = asked.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
  const tests = asked.flatMap((one) => (one.kind === 'test' ? [one.test] : []));
  const texts = values.filter((value) => typeof value === 'string');
  return {
    absent: asked.some(({ kind }) => kind === 'absent'),
    present: values.length + tests.length > 0,
    passes: anyOf(values, tests),
    literals: texts.length === asked.length ? texts : null,
    expressions,
  };
}

function anyOf(values: readonly Leaf[], tests: readonly ValueTest[]): ValueTest {
  const [first, ...others] = values;
  const named = new Set(values);
  if (tests.length > 0) return (value) => named.has(value) || tests.some((test) => test(value));
  return others.length > 0 ? (value) => named.has(value) : (value) => value === first;
}
