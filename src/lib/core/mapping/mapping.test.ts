import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../event/aws-event';
import { bridgeEvent, only } from '../event/fixtures/bodies';
import { loadMapping } from './load-mapping';
import { matchRule } from './mapping';
import { MappingError } from './mapping-error';

const rule = (id: string, pattern: Json, more: JsonObject = {}): JsonObject => ({
  id,
  title: 'Something happens',
  pattern,
  news: 'neutral',
  interrupt: 'not-at-all',
  voice: 'reed',
  ...more,
});
const mapping = (...rules: Json[]): JsonObject => ({
  name: 'Test',
  idle: { title: 'Nothing happens', voice: 'pad' },
  rules,
});

describe('matching', () => {
  const loaded = loadMapping(
    mapping(
      rule('big', { source: ['shop'], detail: { total: [{ numeric: ['>', 100] }] } }),
      rule('any-order', { 'detail-type': ['Order Placed'] }),
      rule('shop', { source: ['shop', 'store'] }),
      rule('lost', { $or: [{ source: ['lost'] }, { detail: { lost: [true] } }] }),
    ),
  );
  const matched = (fields: JsonObject) => {
    const match = matchRule(loaded, only(bridgeEvent(fields)));
    return match && [match.rule.id, match.place];
  };

  it.each([
    [{ source: 'shop', detail: { total: 101 } }, ['big', 1]],
    [{ source: 'shop', detail: { total: 9 } }, ['any-order', 2]],
    [{ source: 'elsewhere' }, ['any-order', 2]],
    [{ source: 'store', 'detail-type': 'Closed' }, ['shop', 3]],
    [{ source: 'lost', 'detail-type': 'Closed' }, ['lost', 4]],
    [{ source: 'x', 'detail-type': 'y', detail: { lost: true } }, ['lost', 4]],
    [{ source: 'x', 'detail-type': 'y' }, null],
  ])('of %j gives %j', (fields, match) => expect(matched(fields)).toEqual(match));
});

describe('the digest', () => {
  const one = mapping(rule('a', { source: ['x'] }));

  it('is the same however the file is laid out', () => {
    const other = {
      rules: one['rules'],
      idle: { voice: 'pad', title: 'Nothing happens' },
      name: 'Test',
    };
    expect(loadMapping(other).sha256).toBe(loadMapping(one).sha256);
    expect(loadMapping(one).sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with a rule', () => {
    const other = mapping(rule('a', { source: ['y'] }));
    expect(loadMapping(other).sha256).not.toBe(loadMapping(one).sha256);
  });
});

describe('a mapping is refused', () => {
  it('with every mistake, its path and its remedy', () => {
    const bad = {
      ...mapping(
        rule('Bad Id', { source: 'x' }, { news: 'great' }),
        rule('b', { a: [{ numeric: ['>'] }] }, { voice: 'drone', colour: 'red' }),
        rule('c', { a: [1] }, { key: 'a b' }),
        rule('d', { a: [1] }),
        'rule',
      ),
      idle: { title: 'Nothing happens', voice: 'reed' },
      tempo: 96,
    };
    const { problems, message, resolution } = refusalOf(bad);
    expect(problems.map(({ path }) => path)).toEqual([
      'idle.voice',
      'rules[0].id',
      'rules[0].pattern.source',
      'rules[0].news',
      'rules[1].pattern.a[0].numeric',
      'rules[1].voice',
      'rules[1].colour',
      'rules[2].key',
      'rules[4]',
      'tempo',
    ]);
    expect(problems.every(({ reason, remedy }) => reason !== '' && remedy.endsWith('.'))).toBe(
      true,
    );
    expect(message).toContain('rules[0].news cannot be "great".');
    expect(resolution).toContain('Write one of good, neutral, bad, by-outcome.');
  });

  it('for two rules with one id', () => {
    const { message } = refusalOf(mapping(rule('a', { a: [1] }), rule('a', { a: [2] })));
    expect(message).toBe('rules[1].id is "a", as is that of rules[0].');
  });

  it.each([[null], [[]], ['text'], [{}], [{ ...mapping(), name: 'x' }]])(
    'when it is %j',
    (json) => {
      expect(refusalOf(json).problems.length).toBeGreaterThan(0);
    },
  );

  it('when it is nested without end', () => {
    const deep = JSON.parse('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)) as JsonObject;
    expect(refusalOf(mapping(rule('a', deep))).problems).toHaveLength(1);
  });
});

function refusalOf(json: unknown): MappingError {
  try {
    loadMapping(json);
  } catch (error) {
    if (error instanceof MappingError) return error;
    throw error;
  }
  throw new Error('The mapping was taken.');
}
