import type { Json } from '../event/aws-event';
import { isObject } from '../event/json-field';
import { compileAnythingBut } from './anything-but';
import { compileNumericRange } from './numeric-range';
import { PatternError } from './pattern-error';
import { TEXT_OPERATORS } from './text-test';
import type { Leaf, ValueTest } from './value-test';

/** One field's list of expressions, any of which may hold. */
export interface FieldTest {
  /** Whether the field may be absent: `{"exists": false}`. */
  readonly absent: boolean;
  readonly tests: readonly ValueTest[];
  /** The texts that it names, when it names nothing else; null otherwise. An index can rely on it. */
  readonly literals: readonly string[] | null;
}

const OPERATORS = `prefix, suffix, equals-ignore-case, wildcard, cidr, numeric, exists, anything-but`;

/**
 * Compiles the list of expressions of one field.
 * @throws PatternError for an empty list, an unknown operator and a malformed expression
 */
export function compileField(expressions: readonly Json[], path: string): FieldTest {
  if (expressions.length === 0)
    throw new PatternError(
      path,
      'is an empty list',
      'List at least one value, or leave the field out.',
    );
  const absent = expressions.some((one) => isObject(one) && one['exists'] === false);
  const tests = expressions.flatMap((one, at) => compileOne(one, `${path}[${String(at)}]`));
  const literal = expressions.every((one) => typeof one === 'string');
  return { absent, tests, literals: literal ? (expressions as readonly string[]) : null };
}

function compileOne(expression: Json, path: string): ValueTest[] {
  if (Array.isArray(expression))
    throw new PatternError(path, 'is a list within a list', 'List the values themselves.');
  if (isObject(expression)) return compileOperator(expression, path);
  const wanted = expression as Leaf;
  return [(value) => value === wanted];
}

function compileOperator(expression: Readonly<Record<string, Json>>, path: string): ValueTest[] {
  const [[operator, wanted] = ['', null], ...more] = Object.entries(expression);
  if (more.length > 0 || operator === '')
    throw new PatternError(path, 'must hold exactly one operator', `Use one of ${OPERATORS}.`);
  const inner = `${path}.${operator}`;
  if (operator === 'exists') return compileExists(wanted, inner);
  if (operator === 'numeric') return [compileNumericRange(wanted, inner)];
  if (operator === 'anything-but') return [compileAnythingBut(wanted, inner)];
  const compile = TEXT_OPERATORS.get(operator);
  if (compile === undefined)
    throw new PatternError(path, `has no operator called ${operator}`, `Use one of ${OPERATORS}.`);
  const test = compile(wanted, inner);
  return [(value) => typeof value === 'string' && test(value)];
}

function compileExists(wanted: Json, path: string): ValueTest[] {
  if (typeof wanted !== 'boolean')
    throw new PatternError(
      path,
      'must be true or false',
      'Write {"exists": true} or {"exists": false}.',
    );
  return wanted ? [() => true] : [];
}
