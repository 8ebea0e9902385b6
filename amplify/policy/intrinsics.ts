import { PolicyNotUnderstood } from './policy-error';

/** What the functions of a template need of the stack that it belongs to. */
export interface Scope {
  ref(name: string): unknown;
  attribute(id: string, name: string): unknown;
  condition(name: string): boolean;
}

/** The value of a property that is not there (`AWS::NoValue`). */
export const NO_VALUE = Symbol('no value');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

function refused(what: string): never {
  throw new PolicyNotUnderstood(what, 'Add it to intrinsics.ts.');
}

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : refused(`A list is expected, not ${JSON.stringify(value)}.`);

function text(value: unknown): string {
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  return refused(`A text is expected, not ${JSON.stringify(value)}.`);
}

function getAtt(argument: unknown, scope: Scope): unknown {
  const [id, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument);
  return scope.attribute(text(id), path.map((part) => text(resolve(part, scope))).join('.'));
}

function join(argument: unknown, scope: Scope): string {
  const [separator, parts] = list(argument);
  return list(resolve(parts, scope)).map(text).join(text(separator));
}

/** `${!Name}` stays as `${Name}`, for the policy's own variables. */
function sub(argument: unknown, scope: Scope): string {
  const [template, given] = Array.isArray(argument) ? list(argument) : [argument, {}];
  const values = new Map(Object.entries((given ?? {}) as Record<string, unknown>));
  return text(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (values.has(name)) return text(resolve(values.get(name), scope));
    const [id = '', ...path] = name.split('.');
    return text(path.length > 0 ? scope.attribute(id, path.join('.')) : scope.ref(id));
  });
}

function select(argument: unknown, scope: Scope): unknown {
  const [index, items] = list(argument);
  return list(resolve(items, scope))[Number(text(index))] ?? refused('Fn::Select finds nothing.');
}

function split(argument: unknown, scope: Scope): string[] {
  const [separator, whole] = list(argument);
  return text(resolve(whole, scope)).split(text(separator));
}

function choose(argument: unknown, scope: Scope): unknown {
  const [name, yes, no] = list(argument);
  return resolve(scope.condition(text(name)) ? yes : no, scope);
}

function equals(argument: unknown, scope: Scope): boolean {
  const [left, right] = list(argument).map((side) => text(resolve(side, scope)));
  return left === right;
}

const holds = (value: unknown, scope: Scope): boolean => text(resolve(value, scope)) === 'true';

const INTRINSICS = new Map<string, Intrinsic>([
  ['Ref', (argument, scope) => scope.ref(text(argument))],
  ['Condition', (argument, scope) => scope.condition(text(argument))],
  ['Fn::GetAtt', getAtt],
  ['Fn::Join', join],
  ['Fn::Sub', sub],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::If', choose],
  ['Fn::Equals', equals],
  ['Fn::And', (argument, scope) => list(argument).every((item) => holds(item, scope))],
  ['Fn::Or', (argument, scope) => list(argument).some((item) => holds(item, scope))],
  ['Fn::Not', (argument, scope) => !holds(list(argument)[0], scope)],
]);

/** `{ Condition: "Name" }` is a function only by its text: a policy's statement has a Condition too. */
function intrinsicOf(value: object): [Intrinsic, unknown] | null {
  const [[name, argument] = ['', null], ...others] = Object.entries(value);
  if (others.length > 0 || (name === 'Condition' && typeof argument !== 'string')) return null;
  const known = INTRINSICS.get(name);
  if (known) return [known, argument];
  return name.startsWith('Fn::') ? refused(`The function ${name} is not known.`) : null;
}

/** A value of a template with its functions carried out. Throws PolicyNotUnderstood for a function it does not know. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const found = intrinsicOf(value);
  if (found) return found[0](found[1], scope);
  const entries = Object.entries(value)
    .map(([key, item]): [string, unknown] => [key, resolve(item, scope)])
    .filter(([, item]) => item !== NO_VALUE);
  return Object.fromEntries(entries);
}
