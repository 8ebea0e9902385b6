import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../event/aws-event';
import { compilePattern } from './pattern';

type Row = [name: string, pattern: Json, yes: Json[], no: Json[]];

/** Each row: expressions for the field `x` of the detail, values that match, values that do not. */
const fields: Row[] = [
  ['text', ['up'], ['up', ['down', 'up'], [['up']]], ['UP', 'upper', null, '', [], {}]],
  ['numbers', [300], [300, 3e2, [1, 300]], ['300', 301, true]],
  ['truth values', [true], [true], [false, 'true', 1]],
  ['null', [null], [null, [null]], ['', 'null', 0, []]],
  ['several values', ['a', 1, null], ['a', 1, null], ['b', 2, false]],
  ['prefix', [{ prefix: 'ab' }], ['abc', 'ab', ['x', 'abc']], ['a', 'xab', 12]],
  ['prefix in any case', [{ prefix: { 'equals-ignore-case': 'AB' } }], ['abc', 'aBx'], ['a']],
  ['suffix', [{ suffix: '.png' }], ['a.png'], ['a.png ', 'png']],
  ['suffix in any case', [{ suffix: { 'equals-ignore-case': '.png' } }], ['a.PNG'], ['a.gif']],
  [
    'equals-ignore-case',
    [{ 'equals-ignore-case': 'Straße' }],
    ['sTRAßE', 'STRASSE'],
    ['strasse', 1],
  ],
  ['exactly', [{ exactly: 'a' }], ['a', ['b', 'a']], ['A', 1]],
  [
    'an address, however written',
    ['10.0.0.1'],
    ['10.0.0.1', '010.0.0.1', '::ffff:a00:1'],
    ['10.0.0.2', '10.0.0', 'x'],
  ],
  ['numbers of any size', [{ numeric: ['>', 6e9] }], [6.1e9, 1e300], [6e9, '7000000000']],
  ['numbers, however written', [1e2, -0], [100, 100.0, 0], ['100', '1e2', '']],
  ['empty text', [''], [''], [null, [], {}, ' ']],
  ['empty affixes', [{ prefix: '' }], ['', 'a'], [1, null, true, [], {}]],
  ['anything-but of text takes other types', [{ 'anything-but': 'a' }], [1, true, null, ''], ['a']],
  ['anything-but of numbers takes text', [{ 'anything-but': [1] }], ['1', true, null], [1, 1.0]],
  ['wildcard', [{ wildcard: 'a*c*e' }], ['ace', 'abcde', 'aXcYcZe'], ['ac', 'aec', 'xace', 'ecae']],
  ['wildcard at both ends', [{ wildcard: '*ab*' }], ['ab', 'xabx'], ['a', 'ba']],
  ['escaped stars', [{ wildcard: '1\\*2\\\\*' }], ['1*2\\', '1*2\\x'], ['1x2\\', '1*2']],
  ['wildcard ends apart', [{ wildcard: 'aba*aba' }], ['abaaba', 'abaXaba'], ['aba', 'ababa']],
  ['numeric =', [{ numeric: ['=', 5] }], [5, 5.0], ['5', 6]],
  ['numeric >', [{ numeric: ['>', 0] }], [0.1, [0, 1]], [0, -1, true]],
  ['numeric range', [{ numeric: ['>=', 0, '<', 5] }], [0, 4.99], [5, -0.1, null]],
  ['anything-but', [{ 'anything-but': 'a' }], ['b', 1, null, ['a', 'b']], ['a', ['a'], [], {}]],
  ['anything-but numbers', [{ 'anything-but': [1, 2] }], [3, '1'], [1, 2]],
  ['anything-but prefix', [{ 'anything-but': { prefix: 'a' } }], ['b', 1], ['a', 'ab']],
  ['anything-but suffixes', [{ 'anything-but': { suffix: ['a', 'b'] } }], ['c'], ['xa', 'xb']],
  ['anything-but wildcard', [{ 'anything-but': { wildcard: '*/lib/*' } }], ['/src'], ['/lib/a']],
  ['anything-but in any case', [{ 'anything-but': { 'equals-ignore-case': ['A'] } }], ['b'], ['a']],
  ['exists', [{ exists: true }], ['', null, 0, [1]], [{ y: 1 }, [], {}]],
  ['exists not', [{ exists: false }], [{ y: 1 }, [], {}], ['', null, 0]],
  ['cidr', [{ cidr: '10.0.0.0/24' }], ['10.0.0.255'], ['10.0.1.0', '10.0.0', '::a00:1', 'x']],
  [
    'cidr of IPv6',
    [{ cidr: '2001:db8::/32' }],
    ['2001:db8:1::2'],
    ['2001:db9::', '1.2.3.4', ':::'],
  ],
];

const detail = (x: Json): JsonObject => ({ source: 'shop', detail: { x } });

describe.each(fields)('%s', (_name, expressions, yes, no) => {
  const matches = compilePattern({ detail: { x: expressions } });
  it.each(yes)('matches %j', (value) => expect(matches(detail(value))).toBe(true));
  it.each(no)('does not match %j', (value) => expect(matches(detail(value))).toBe(false));
});

describe('an absent field', () => {
  const matches = (expression: Json) =>
    compilePattern({ detail: { x: [expression] } })({ detail: { y: 1 } });

  it('satisfies only exists false', () => {
    expect(matches({ exists: false })).toBe(true);
    for (const other of [{ exists: true }, { 'anything-but': 'a' }, null, '', { wildcard: '*' }])
      expect(matches(other)).toBe(false);
  });

  it('may be one of two ways to match', () => {
    const either = compilePattern({ detail: { x: [{ exists: false }, 'a'] } });
    expect([{ y: 1 }, { x: 'a' }, { x: 'b' }].map((one) => either({ detail: one }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is not made up from the prototype', () => {
    expect(compilePattern({ constructor: [{ exists: true }] })({ source: 'shop' })).toBe(false);
    expect(compilePattern({ constructor: { name: [{ exists: true }] } })({})).toBe(false);
  });
});

describe('a pattern of several fields', () => {
  it('needs all of them', () => {
    const matches = compilePattern({ source: ['shop'], detail: { a: { b: [1] } } });
    expect(matches({ source: 'shop', detail: { a: { b: 1 } } })).toBe(true);
    expect(matches({ source: 'shop', detail: { a: { b: 2 } } })).toBe(false);
    expect(matches({ source: 'shop', detail: 'a' })).toBe(false);
  });

  it('needs them in one and the same element of an array', () => {
    const matches = compilePattern({ findings: { level: ['high'], open: [true] } });
    const finding = (level: string, open: boolean) => ({ level, open });
    expect(matches({ findings: [finding('low', true), finding('high', true)] })).toBe(true);
    expect(matches({ findings: [finding('low', true), finding('high', false)] })).toBe(false);
  });
});

describe('$or', () => {
  it('needs one branch, and all that stands beside it', () => {
    const matches = compilePattern({
      source: ['shop'],
      $or: [{ a: [1] }, { b: [{ numeric: ['>', 5] }], c: [1] }],
    });
    expect(matches({ source: 'shop', a: 1 })).toBe(true);
    expect(matches({ source: 'shop', b: 6, c: 1 })).toBe(true);
    expect(matches({ source: 'shop', b: 6 })).toBe(false);
    expect(matches({ source: 'other', a: 1 })).toBe(false);
  });

  it('joins its siblings in the same element of an array', () => {
    const matches = compilePattern({ list: { a: [1] }, $or: [{ list: { b: [1] } }, { c: [1] }] });
    expect(matches({ list: [{ a: 1, b: 1 }] })).toBe(true);
    expect(matches({ list: [{ a: 1 }, { b: 1 }] })).toBe(false);
    expect(matches({ list: [{ a: 1 }], c: 1 })).toBe(true);
  });

  it('may nest', () => {
    const matches = compilePattern({ $or: [{ a: [1] }, { $or: [{ b: [1] }, { c: [1] }] }] });
    expect([{ a: 1 }, { b: 1 }, { c: 1 }, { d: 1 }].map((one) => matches(one))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('gives way to a test of the same path that stands after it', () => {
    const matches = compilePattern({ a: [1], $or: [{ a: [2] }, { b: [3] }] });
    expect([{ a: 2 }, { a: 1, b: 3 }, { a: 1 }].map((one) => matches(one))).toEqual([
      true,
      true,
      false,
    ]);
    expect(compilePattern({ $or: [{ a: [2] }, { b: [3] }], a: [1] })({ a: 2 })).toBe(false);
  });

  it('is a field like any other where it lists no patterns', () => {
    expect(compilePattern({ $or: { a: [1] } })({ $or: { a: 1 } })).toBe(true);
    const inRange = compilePattern({ x: { $or: [{ numeric: ['>', 5] }, { prefix: 'a' }] } });
    expect([6, 5, 'ab'].map(($or) => inRange({ x: { $or } }))).toEqual([true, false, true]);
  });

  it('takes 1,000 combinations, and not one more', () => {
    const or = (name: string, count: number) => ({
      [name]: { $or: Array.from({ length: count }, (_, i) => ({ [`f${String(i)}`]: [i] })) },
    });
    const most = compilePattern({ ...or('a', 10), ...or('b', 10), ...or('c', 10) });
    expect(most({ a: { f9: 9 }, b: { f0: 0 }, c: { f5: 5 } })).toBe(true);
    expect(most({ a: { f9: 9 }, b: { f0: 0 }, c: { f5: 6 } })).toBe(false);
    expect(() => compilePattern({ ...or('a', 7), ...or('b', 11), ...or('c', 13) })).toThrow(
      'makes more than 1,000 combinations',
    );
  });
});
