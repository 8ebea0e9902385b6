import type { Json } from '../event/aws-event';
import { isObject } from '../event/json-field';
import { PatternError } from './pattern-error';
import { TEXT_OPERATORS, type TextTest } from './text-test';
import type { Leaf, ValueTest } from './value-test';

const RIGHT =
  'Write a value, a list of texts or of numbers, or {"prefix": …}, {"suffix": …}, {"wildcard": …}, {"equals-ignore-case": …}.';

/**
 * Compiles `anything-but`: any value but the ones named, or but texts of a form. The field must be there.
 * @throws PatternError where the expression has another form
 */
export function anythingBut(expression: Json, path: string): ValueTest {
  if (isObject(expression)) return butForm(expression, path);
  const values = Array.isArray(expression) ? (expression as readonly Json[]) : [expression];
  const kinds = new Set(values.map((value) => typeof value));
  if (values.length === 0 || kinds.size > 1 || !(kinds.has('string') || kinds.has('number')))
    throw new PatternError(path, 'must name texts, or numbers, and not both', RIGHT);
  const named = new Set(values as readonly Leaf[]);
  return (value) => !named.has(value);
}

function butForm(expression: Readonly<Record<string, Json>>, path: string): ValueTest {
  const [[operator, wanted] = ['', null], ...more] = Object.entries(expression);
  const compile = TEXT_OPERATORS.get(operator);
  if (compile === undefined || more.length > 0)
    throw new PatternError(path, 'has no such form', RIGHT);
  const inner = `${path}.${operator}`;
  const forms = Array.isArray(wanted) ? (wanted as readonly Json[]) : [wanted];
  if (forms.length === 0) throw new PatternError(inner, 'must not be empty', RIGHT);
  const tests: readonly TextTest[] = forms.map((form) => {
    checkForm(form, operator, inner);
    return compile(form, inner);
  });
  return (value) => typeof value !== 'string' || !tests.some((test) => test(value));
}

/** An affix excluded must be plain text, and not empty: every text begins and ends with nothing. */
function checkForm(form: Json, operator: string, path: string): void {
  if (isObject(form)) throw new PatternError(path, 'must be text', 'Put the text in quotes.');
  if (form === '' && (operator === 'prefix' || operator === 'suffix'))
    throw new PatternError(path, 'must not be empty text', 'Write {"exists": false} for no text.');
}
