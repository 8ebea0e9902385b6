import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../src/lib/core/event/aws-event';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { MappingError } from '../src/lib/core/mapping/mapping-error';
import { file, good } from './samples/one-rule';
import schema from './schema.json';

const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const text = fc.constantFrom('a', '', 'a*', '**', '\\x', '10.0.0.0/8', '::1/128', '>', '<', '=');
const operator = fc.constantFrom(
  ...['prefix', 'suffix', 'wildcard', 'equals-ignore-case', 'exactly', 'cidr', 'exists'],
  ...['numeric', 'anything-but', 'begins'],
);
const { expression, pattern } = fc.letrec<{ expression: Json; pattern: JsonObject; field: Json }>(
  (tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>(null, true, 1, 6e9),
      text,
      fc.array(tie('expression'), { maxLength: 4 }),
      fc.dictionary(operator, tie('expression'), { minKeys: 1, maxKeys: 2 }),
    ),
    field: fc.oneof(
      { maxDepth: 3 },
      fc.array(tie('expression'), { maxLength: 3 }),
      tie('pattern'),
      fc.array(tie('pattern'), { maxLength: 3 }),
    ),
    pattern: fc.dictionary(fc.constantFrom('a', 'b', '$or', 'prefix'), tie('field'), {
      maxKeys: 3,
    }),
  }),
);

it('the schema takes every pattern that the loader takes', () => {
  let taken = 0;
  const fields = fc.array(expression, { maxLength: 3 }).map((x): JsonObject => ({ x }));
  fc.assert(
    fc.property(fc.oneof(pattern, fields), (one) => {
      const json = file({ ...good, pattern: one });
      if (!loads(json)) return;
      taken++;
      expect(isValid(json)).toBe(true);
    }),
    { numRuns: 4_000, seed: 1 },
  );
  expect(taken).toBeGreaterThan(400);
});

it('of all but patterns the schema takes what the loader takes', () => {
  const field = fc.constantFrom('id', 'title', 'news', 'interrupt', 'voice', 'key', 'x');
  const value = fc.oneof(
    fc.string({ maxLength: 90 }),
    fc.constantFrom<Json>('a-b', 'good', 'some', 'reed', 1, null, [], {}),
  );
  fc.assert(
    fc.property(fc.dictionary(field, value), (change) => {
      const json = file({ ...good, ...change });
      expect(isValid(json)).toBe(loads(json));
    }),
    { numRuns: 3_000 },
  );
});

function loads(json: Json): boolean {
  try {
    loadMapping(json);
    return true;
  } catch (error) {
    if (error instanceof MappingError) return false;
    throw error;
  }
}
