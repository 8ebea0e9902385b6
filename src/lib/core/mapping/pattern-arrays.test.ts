import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../event/aws-event';
import { flatMatch } from './fixtures/flat-match';
import { compilePattern } from './pattern';

type Row = [name: string, pattern: Json, yes: JsonObject[], no: JsonObject[]];

const rows: Row[] = [
  [
    'all fields in one element, at the outer of two arrays',
    { a: { b: { x: [1], y: [2] } } },
    [{ a: [{ b: [{ x: 1, y: 2 }] }] }, { a: [{ b: [{ x: 1 }] }, { b: { x: 1, y: 2 } }] }],
    [{ a: [{ b: [{ x: 1 }, { y: 2 }] }] }, { a: [{ b: [{ x: 1 }] }, { b: [{ y: 2 }] }] }],
  ],
  [
    'fields at different depths of one array',
    { a: { b: { x: [1] }, y: [2] } },
    [{ a: [{ b: [{ z: 1 }, { x: 1 }], y: 2 }] }],
    [{ a: [{ b: [{ x: 1 }] }, { y: 2 }] }],
  ],
  [
    'fields of different arrays are free of each other',
    { a: { x: [1] }, b: { y: [2] } },
    [{ a: [{}, { x: 1 }], b: [{ y: 2 }, {}] }],
    [{ a: [{ x: 1 }], b: [{ y: 3 }] }],
  ],
  [
    'arrays within arrays',
    { a: { x: [1], y: [2] } },
    [{ a: [[{ x: 1 }], [{ x: 1, y: 2 }]] }],
    [{ a: [[{ x: 1 }, { y: 2 }]] }, { a: [[{ x: 1 }], [{ y: 2 }]] }],
  ],
  [
    'single values anywhere in nested arrays',
    { a: [1] },
    [{ a: [[], [[1]]] }],
    [{ a: [[{ b: 1 }]] }],
  ],
  [
    'a value and a field below it',
    { $or: [{ a: [1] }, { z: [0] }], a: { b: [2] } },
    [{ a: [1, { b: 2 }] }, { z: 0, a: { b: 2 } }],
    [{ a: { b: 2 } }, { a: [[1], [{ b: 2 }]] }],
  ],
  [
    'a field absent from the element that an earlier field chose',
    { list: { a: [1], b: [{ exists: false }] } },
    [{ list: [{ a: 1 }, { b: 1 }] }, { list: [{ a: 1, b: [] }] }],
    [{ list: [{ a: 1, b: 1 }, { b: 1 }] }, { list: [{ b: 1 }] }],
  ],
  [
    'a field absent from all elements where no earlier field chose one',
    { list: { a: [{ exists: false }], b: [1] } },
    [{ list: [{ b: 1 }, { c: 1 }] }],
    [{ list: [{ b: 1 }, { a: 1 }] }],
  ],
  [
    'a field absent or of a value',
    { list: { a: [1], b: [{ exists: false }, 2] } },
    [{ list: [{ a: 1, b: 2 }] }, { list: [{ a: 1 }, { a: 1, b: 3 }] }],
    [{ list: [{ a: 1, b: 3 }, { b: 2 }] }],
  ],
  [
    'names with dots',
    { a: { b: [1], c: [2] } },
    [
      { 'a.b': 1, a: { c: 2 } },
      { 'a.b': 1, 'a.c': 2 },
      { a: [{ c: 2 }], 'a.b': [0, 1] },
    ],
    [{ 'a.b': 2, a: { c: 2 } }, { 'a.b.c': 1 }],
  ],
  [
    'names with dots in the pattern',
    { 'a.b': [1], c: { 'd.e': [{ exists: false }] } },
    [{ a: { b: 1 } }, { a: { b: 1 }, c: { d: {} } }],
    [
      { a: { b: 1 }, c: { d: [{ e: 0 }] } },
      { a: { b: 1 }, 'c.d.e': 0 },
      { a: { b: 1 }, 'c.d': { e: 0 } },
    ],
  ],
  [
    'names deeper than are looked up one by one',
    { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: [1] } } } } } } } } } },
    [{ 'a.b.c.d.e': { 'f.g.h.i.j': 1 } }],
    [{ 'a.b.c.d.e': { 'f.g.h.i': 1 } }],
  ],
];

describe.each(rows)('%s', (_name, pattern, yes, no) => {
  const matches = compilePattern(pattern);
  it.each(yes)('matches %j', (event) => expect(matches(event)).toBe(true));
  it.each(no)('does not match %j', (event) => expect(matches(event)).toBe(false));
});

const name = fc.constantFrom('a', 'b', 'c');
const leaf = fc.constantFrom<Json>(1, 'x', null);
const { event } = fc.letrec<{ event: JsonObject; value: Json }>((tie) => ({
  event: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a.b'), tie('value'), { maxKeys: 3 }),
  value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('event')),
}));
const expressions = fc.array(
  fc.constantFrom<Json>(1, 'x', null, { exists: true }, { exists: false }, { 'anything-but': 'x' }),
  { minLength: 1, maxLength: 2 },
);
const { pattern } = fc.letrec<{ pattern: JsonObject; below: Json }>((tie) => ({
  pattern: fc.dictionary(name, tie('below'), { minKeys: 1, maxKeys: 3 }),
  below: fc.oneof({ maxDepth: 3 }, expressions, tie('pattern')),
}));

describe('any pattern of fields', () => {
  it('matches what the flat list of values, tried in every way, matches', () => {
    fc.assert(
      fc.property(pattern, event, (asked, given) => {
        expect(compilePattern(asked)(given)).toBe(flatMatch(asked, given));
      }),
      { numRuns: 2_000 },
    );
  });
});
