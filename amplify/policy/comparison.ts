import { BlockList, isIP } from 'node:net';
import { fitsArnParts } from './arn-pattern';
import { fits } from './pattern';
import type { Piece } from './pattern';
import { PolicyNotUnderstood } from './policy-error';

/** What a policy lists for a condition key: the text as it is written, and its pieces with variables put in. */
export interface Wanted {
  readonly written: string;
  readonly pieces: readonly Piece[];
}

/** Whether one value of the request fits one value of the policy. */
export type Comparison = (value: string, wanted: Wanted) => boolean;

/** The text with wildcards as plain characters, for operators that know none. */
const plain = (wanted: Wanted): string =>
  wanted.pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'one' ? '?' : '*'))
    .join('');

function refused(what: string, text: string): never {
  throw new PolicyNotUnderstood(`"${text}" in a policy is not ${what}.`, `Write ${what}.`);
}

function bool(value: string, wanted: Wanted): boolean {
  const text = plain(wanted).toLowerCase();
  if (text !== 'true' && text !== 'false') refused('true or false', wanted.written);
  return value.toLowerCase() === text;
}

const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text));

/** Dates come as ISO 8601 or as seconds since the epoch. */
const dateOf = (text: string): number =>
  /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);

type Order = (value: number, wanted: number) => boolean;

function ordered(read: (text: string) => number, what: string, order: Order): Comparison {
  return (value, wanted) => {
    const limit = read(plain(wanted));
    if (Number.isNaN(limit)) refused(what, wanted.written);
    return order(read(value), limit);
  };
}

function ipAddress(value: string, wanted: Wanted): boolean {
  const [address = '', prefix] = plain(wanted).split('/');
  const version = isIP(address);
  const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
  const range = new BlockList();
  try {
    range.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  } catch {
    refused('an address range', wanted.written);
  }
  const family = isIP(value);
  return family !== 0 && range.check(value, family === 4 ? 'ipv4' : 'ipv6');
}

const ORDERS = new Map<string, Order>([
  ['Equals', (value, wanted) => value === wanted],
  ['LessThan', (value, wanted) => value < wanted],
  ['LessThanEquals', (value, wanted) => value <= wanted],
  ['GreaterThan', (value, wanted) => value > wanted],
  ['GreaterThanEquals', (value, wanted) => value >= wanted],
]);

const orders = (prefix: string, what: string, read: (text: string) => number) =>
  [...ORDERS].map(([name, order]): [string, Comparison] => [
    `${prefix}${name}`,
    ordered(read, what, order),
  ]);

const arnLike: Comparison = (value, { pieces, written }) => fitsArnParts(pieces, value, written);

/** The operators without negation, set prefix and IfExists; `Null` stands apart, it looks at presence alone. */
const COMPARISONS = new Map<string, Comparison>([
  ['StringEquals', (value, wanted) => value === plain(wanted)],
  [
    'StringEqualsIgnoreCase',
    (value, wanted) => value.toLowerCase() === plain(wanted).toLowerCase(),
  ],
  ['StringLike', (value, { pieces }) => fits(pieces, value)],
  ['ArnEquals', arnLike],
  ['ArnLike', arnLike],
  ['Bool', bool],
  ['IpAddress', ipAddress],
  ...orders('Numeric', 'a number', numberOf),
  ...orders('Date', 'a date', dateOf),
]);

const NEGATED = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
  ['NotIpAddress', 'IpAddress'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
]);

/** The comparison of an operator and whether it is negated. Throws PolicyNotUnderstood for one it does not know. */
export function comparisonOf(operator: string): { compare: Comparison; negated: boolean } {
  const positive = NEGATED.get(operator);
  const compare = COMPARISONS.get(positive ?? operator);
  if (compare) return { compare, negated: positive !== undefined };
  throw new PolicyNotUnderstood(
    `The condition operator "${operator}" is not known.`,
    'Use one of the operators in comparison.ts.',
  );
}
