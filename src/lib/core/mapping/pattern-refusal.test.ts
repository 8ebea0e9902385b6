import { describe, expect, it } from 'vitest';
import type { Json } from '../event/aws-event';
import { compilePattern } from './pattern';
import { PatternError } from './pattern-error';
import { errorsIn } from './pattern-errors';

const tooMany = {
  $or: Array.from({ length: 32 }, (_, i) => ({ a: [i] })),
  x: { $or: Array.from({ length: 32 }, (_, i) => ({ b: [i] })) },
};

const nested = (levels: number): Json => (levels === 0 ? ['x'] : { a: nested(levels - 1) });

/** Each row: a pattern that EventBridge refuses, and where. */
const refused: [string, Json, string][] = [
  ['no object', ['aws.s3'], ''],
  ['an empty object', {}, ''],
  ['an empty object inside', { detail: {} }, 'detail'],
  ['a bare value', { source: 'aws.s3' }, 'source'],
  ['an empty list', { detail: { state: [] } }, 'detail.state'],
  ['a list within a list', { a: [['b']] }, 'a[0]'],
  ['an unknown operator', { a: ['x', { begins: 'y' }] }, 'a[1]'],
  ['an inherited name as operator', { a: [{ constructor: 'y' }] }, 'a[0]'],
  ['two operators', { a: [{ prefix: 'x', suffix: 'y' }] }, 'a[0]'],
  ['no operator', { a: [{}] }, 'a[0]'],
  ['a prefix of a number', { a: [{ prefix: 1 }] }, 'a[0].prefix'],
  ['a prefix in another form', { a: [{ prefix: { suffix: 'x' } }] }, 'a[0].prefix'],
  ['exists of a text', { a: [{ exists: 'yes' }] }, 'a[0].exists'],
  ['two stars', { a: [{ wildcard: 'a**' }] }, 'a[0].wildcard'],
  ['an unknown escape', { a: [{ wildcard: 'a\\n' }] }, 'a[0].wildcard'],
  ['an escape at the end', { a: [{ wildcard: 'a\\' }] }, 'a[0].wildcard'],
  ['numeric without a list', { a: [{ numeric: 5 }] }, 'a[0].numeric'],
  ['half a comparison', { a: [{ numeric: ['>'] }] }, 'a[0].numeric'],
  ['an unknown comparison', { a: [{ numeric: ['!=', 5] }] }, 'a[0].numeric[0]'],
  ['a comparison with text', { a: [{ numeric: ['>', '5'] }] }, 'a[0].numeric[1]'],
  ['the upper bound first', { a: [{ numeric: ['<', 5, '>', 0] }] }, 'a[0].numeric'],
  ['an empty range', { a: [{ numeric: ['>', 5, '<', 5] }] }, 'a[0].numeric'],
  ['anything-but of nothing', { a: [{ 'anything-but': [] }] }, 'a[0].anything-but'],
  ['anything-but of a mixture', { a: [{ 'anything-but': ['a', 1] }] }, 'a[0].anything-but'],
  [
    'anything-but of an unknown form',
    { a: [{ 'anything-but': { cidr: '::/0' } }] },
    'a[0].anything-but',
  ],
  ['a block that is none', { a: [{ cidr: '10.0.0.0/33' }] }, 'a[0].cidr'],
  ['a block of one address', { a: [{ cidr: '10.0.0.1/32' }] }, 'a[0].cidr'],
  ['a block of one IPv6 address', { a: [{ cidr: '::1/128' }] }, 'a[0].cidr'],
  [
    'anything-but an empty prefix',
    { a: [{ 'anything-but': { prefix: '' } }] },
    'a[0].anything-but.prefix',
  ],
  [
    'anything-but an empty suffix in a list',
    { a: [{ 'anything-but': { suffix: ['b', ''] } }] },
    'a[0].anything-but.suffix',
  ],
  [
    'anything-but a prefix in any case',
    { a: [{ 'anything-but': { prefix: { 'equals-ignore-case': 'b' } } }] },
    'a[0].anything-but.prefix',
  ],
  ['anything-but null', { a: [{ 'anything-but': null }] }, 'a[0].anything-but'],
  ['anything-but true', { a: [{ 'anything-but': [true] }] }, 'a[0].anything-but'],
  [
    'the name of an operator inside $or',
    { $or: [{ a: [1] }, { b: { prefix: ['c'] } }] },
    '$or[1].b.prefix',
  ],
  ['a branch that is a list', { $or: [{ a: [1] }, { b: [2] }, [{ c: [3] }]] }, '$or[2]'],
  [
    'more than 256 fields',
    Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`f${String(i)}`, [i]])),
    'f256',
  ],
  ['a block without a length', { a: [{ cidr: '10.0.0.0' }] }, 'a[0].cidr'],
  ['$or of one', { $or: [{ a: [1] }] }, '$or'],
  ['a mistake in $or', { $or: [{ a: [1] }, { b: 'x' }] }, '$or[1].b'],
  ['too many combinations', tooMany, 'x'],
  ['too deep', nested(1_002), Array(1_001).fill('a').join('.')],
];

describe('a pattern is refused', () => {
  it.each(refused)('for %s', (_name, pattern, path) => {
    const error = refusalOf(pattern);
    expect(error.path).toBe(path);
    expect(error.reason).not.toBe('');
    expect(error.resolution).toMatch(/\.$|\}$/);
  });

  it('with all its mistakes at once', () => {
    const error = refusalOf({ a: [{ prefix: 1 }, 'x', { begins: 'y' }], b: { c: 'z' } });
    expect(errorsIn(error).map(({ path }) => path)).toEqual(['a[0].prefix', 'a[2]', 'b.c']);
  });

  it('and where $or is at fault, the first reading tells', () => {
    expect(refusalOf({ $or: { a: 'x' } }).path).toBe('$or');
  });

  it('with a message that a person can act on', () => {
    const { message, resolution } = refusalOf({ detail: { state: [{ begins: 'x' }] } });
    expect(message).toBe('detail.state[0] has no operator called begins.');
    expect(resolution).toMatch(/^Use one of prefix, suffix/);
  });
});

function refusalOf(pattern: Json): PatternError {
  try {
    compilePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
  throw new Error('The pattern was taken.');
}
