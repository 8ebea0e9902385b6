import { comparisonOf } from './comparison';
import type { Wanted } from './comparison';
import type { Condition } from './policy-document';
import { PolicyNotUnderstood } from './policy-error';
import type { RequestContext } from './request-context';
import { expand } from './variables';

interface Operator {
  readonly set: 'ForAnyValue' | 'ForAllValues' | null;
  readonly name: string;
  readonly ifExists: boolean;
}

function readOperator(text: string): Operator {
  const [, set, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/.exec(text) ?? [];
  return {
    set: set === 'ForAnyValue' || set === 'ForAllValues' ? set : null,
    name,
    ifExists: ifExists !== undefined,
  };
}

/** Throws PolicyNotUnderstood for an operator that is not known. */
export function checkOperator(text: string): void {
  if (text !== 'Null') comparisonOf(readOperator(text).name);
}

function isAbsent(condition: Condition, context: RequestContext): boolean {
  const wanted = condition.values.map((value) => value.toLowerCase());
  const absent = context.values(condition.key).length === 0;
  const [answer] = wanted;
  if (wanted.length === 1 && (answer === 'true' || answer === 'false'))
    return (answer === 'true') === absent;
  throw new PolicyNotUnderstood(
    `Null on "${condition.key}" has not one value that is true or false.`,
    'Write true (absent) or false (present).',
  );
}

/** What a missing key means, by operator: see "Condition operators" and "Set operators" in the IAM User Guide. */
function whenAbsent(operator: Operator, negated: boolean): boolean {
  if (operator.set === 'ForAnyValue') return false;
  if (operator.set === 'ForAllValues') return true;
  return operator.ifExists || negated;
}

function single(condition: Condition, values: readonly string[]): readonly string[] {
  if (values.length <= 1) return values;
  throw new PolicyNotUnderstood(
    `"${condition.key}" has several values, and "${condition.operator}" is for one.`,
    'Use ForAnyValue: or ForAllValues:.',
  );
}

function compareAll(condition: Condition, wanted: readonly Wanted[], context: RequestContext) {
  const operator = readOperator(condition.operator);
  const { compare, negated } = comparisonOf(operator.name);
  const found = context.values(condition.key);
  if (found.length === 0) return whenAbsent(operator, negated);
  const holds = (value: string) => wanted.some((want) => compare(value, want)) !== negated;
  if (operator.set === 'ForAnyValue') return found.some(holds);
  return (operator.set === null ? single(condition, found) : found).every(holds);
}

/**
 * Whether one condition of a statement holds. Values of the policy are alternatives; for a negated operator none of
 * them may fit. A variable without a value makes the statement not apply. Throws PolicyNotUnderstood for an operator
 * that is not known, and for several values where the operator takes one.
 */
export function holds(condition: Condition, context: RequestContext): boolean {
  if (condition.operator === 'Null') return isAbsent(condition, context);
  const wanted: Wanted[] = [];
  for (const written of condition.values) {
    const pieces = expand(written, context);
    if (pieces === null) return false;
    wanted.push({ written, pieces });
  }
  return compareAll(condition, wanted, context);
}
