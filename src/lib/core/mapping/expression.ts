import type { Json } from '../event/aws-event';
import { isObject } from '../event/json-field';
import { anythingBut } from './anything-but';
import { compileCidr } from './cidr';
import { addressTest } from './ip-address';
import { type Expression, fieldTest, type FieldTest } from './field-test';
import { compileNumericRange } from './numeric-range';
import { PatternError } from './pattern-error';
import { collectErrors } from './pattern-errors';
import { textIn, TEXT_OPERATORS } from './text-test';
import type { Leaf, ValueTest } from './value-test';

type Compiler = (wanted: Json, path: string) => Expression;

/** What may stand in place of a value. `exactly` is understood, and seldom seen. */
const OPERATORS: ReadonlyMap<string, Compiler> = new Map<string, Compiler>([
  ...[...TEXT_OPERATORS].map(([name, compile]): [string, Compiler] => [
    name,
    (wanted, path) => ofText(compile(wanted, path)),
  ]),
  ['cidr', (wanted, path) => ofText(compileCidr(textIn(wanted, path), path))],
  ['exactly', (wanted, path) => ({ kind: 'value', value: textIn(wanted, path) })],
  ['numeric', (wanted, path) => ({ kind: 'test', test: compileNumericRange(wanted, path) })],
  ['exists', compileExists],
  ['anything-but', (wanted, path) => ({ kind: 'test', test: anythingBut(wanted, path) })],
]);

const NAMES = 'prefix, suffix, equals-ignore-case, wildcard, cidr, numeric, exists, anything-but';

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
  const asked = collectErrors(expressions, (one, at) => compileOne(one, `${path}[${String(at)}]`));
  return fieldTest(asked, expressions);
}

function compileOne(expression: Json, path: string): Expression {
  if (Array.isArray(expression))
    throw new PatternError(path, 'is a list within a list', 'List the values themselves.');
  if (isObject(expression)) return compileOperator(expression, path);
  const address = typeof expression === 'string' ? addressTest(expression) : null;
  return address === null ? { kind: 'value', value: expression as Leaf } : ofText(address);
}

function compileOperator(expression: Readonly<Record<string, Json>>, path: string): Expression {
  const [[operator, wanted] = ['', null], ...more] = Object.entries(expression);
  if (more.length > 0 || operator === '')
    throw new PatternError(path, 'must hold exactly one operator', `Use one of ${NAMES}.`);
  const compile = OPERATORS.get(operator);
  if (compile === undefined)
    throw new PatternError(path, `has no operator called ${operator}`, `Use one of ${NAMES}.`);
  return compile(wanted, `${path}.${operator}`);
}

function ofText(test: (text: string) => boolean): Expression {
  const ofValue: ValueTest = (value) => typeof value === 'string' && test(value);
  return { kind: 'test', test: ofValue };
}

function compileExists(wanted: Json, path: string): Expression {
  if (typeof wanted !== 'boolean')
    throw new PatternError(
      path,
      'must be true or false',
      'Write {"exists": true} or {"exists": false}.',
    );
  return wanted ? { kind: 'test', test: () => true } : { kind: 'absent' };
}
