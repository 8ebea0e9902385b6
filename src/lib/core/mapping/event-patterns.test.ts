import { describe, expect, it } from 'vitest';
import standard from '../../../../mappings/default.json';
import quiet from '../../../../mappings/quiet.json';
import { SAMPLES } from '../../../../mappings/samples/all-samples';
import type { Json, JsonObject } from '../event/aws-event';
import { only } from '../event/fixtures/bodies';
import { eventPatterns, MAX_PATTERN_CHARS } from './event-patterns';
import { loadMapping } from './load-mapping';
import { matchRule } from './mapping';
import { compilePattern } from './pattern';

function mute(...patterns: Json[]) {
  const rules = patterns.map((pattern, at) => ({
    id: `rule-${String(at)}`,
    title: 'It happens',
    pattern,
    news: 'neutral',
    interrupt: 'some',
    voice: 'reed',
  }));
  const idle = { title: 'Nothing happens', voice: 'pad' };
  return loadMapping({ name: 'Test', idle, others: 'mute', rules });
}
const delivers = (patterns: readonly JsonObject[], envelope: JsonObject) =>
  patterns.some((pattern) => compilePattern(pattern)(envelope));
const texts = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => String(at).padStart(length, 'x'));

describe('of a mapping that sounds all events', () => {
  it('one pattern delivers everything', () => {
    const { patterns, widened } = eventPatterns(loadMapping(standard));
    expect(patterns).toEqual([{ source: [{ prefix: '' }] }]);
    expect(widened).toEqual([]);
    expect(delivers(patterns, { source: 'anything' })).toBe(true);
  });
});

describe.each([
  ['default', standard],
  ['quiet', quiet],
])('of what the rules of the %s mapping name', (_name, json) => {
  const mapping = loadMapping(json);
  const { patterns, widened } = eventPatterns(mapping, 'mute');
  const bodies = SAMPLES.flatMap(({ catches, misses }) => [
    ...catches,
    ...misses.map(([one]) => one),
  ]);

  it('delivers all that a rule catches, and nothing else', () => {
    expect(widened).toEqual([]);
    for (const event of bodies.map(only))
      expect(delivers(patterns, event.envelope)).toBe(matchRule(mapping, event) !== null);
  });

  it('keeps to 2,048 characters, and to the fewest patterns that could hold them', () => {
    const lengths = patterns.map((pattern) => JSON.stringify(pattern).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MAX_PATTERN_CHARS);
    const together = lengths.reduce((sum, length) => sum + length, 0);
    expect(patterns).toHaveLength(Math.ceil(together / MAX_PATTERN_CHARS));
  });
});

describe('the patterns of rules', () => {
  it('stand once, however often they are asked for', () => {
    const { patterns } = eventPatterns(mute({ source: ['a'] }, { source: ['a'] }));
    expect(patterns).toEqual([{ source: ['a'] }]);
  });

  it('fill 2,048 characters to the last, and not one more', () => {
    const fill = 2_048 - JSON.stringify({ $or: [{ a: [''] }, { b: [''] }] }).length;
    const pair = (length: number) =>
      eventPatterns(mute({ a: ['x'.repeat(length - 9)] }, { b: ['y'.repeat(9)] })).patterns;
    expect(pair(fill)).toHaveLength(1);
    expect(JSON.stringify(pair(fill)[0])).toHaveLength(2_048);
    expect(pair(fill + 1)).toHaveLength(2);
  });

  it('are not joined where $or would read them otherwise', () => {
    const asField = { $or: { a: [1] } };
    const operator = { detail: { prefix: ['a'] } };
    const { patterns } = eventPatterns(mute({ source: ['a'] }, asField, operator));
    expect(patterns).toHaveLength(3);
    for (const envelope of [{ source: 'a' }, { $or: { a: 1 } }, { detail: { prefix: 'a' } }])
      expect(delivers(patterns, envelope)).toBe(true);
  });

  it('are not joined beyond 1,000 combinations', () => {
    const or = (name: string) => ({
      [name]: { $or: texts(30, 1).map((text) => ({ [text]: [1] })) },
    });
    const many = (a: string, b: string) => ({ ...or(a), ...or(b) });
    expect(eventPatterns(mute(many('a', 'b'), many('c', 'd'))).patterns).toHaveLength(2);
  });
});

describe('a pattern that is too long', () => {
  const long = { x: texts(100, 30) };

  it('is widened to its source and detail-type, and said so', () => {
    const pattern = { source: ['shop'], 'detail-type': ['Order'], detail: long };
    const { patterns, widened } = eventPatterns(mute(pattern));
    expect(patterns).toEqual([{ source: ['shop'], 'detail-type': ['Order'] }]);
    expect(widened).toEqual([{ rule: 'rule-0', asks: ['source', 'detail-type'] }]);
    expect(delivers(patterns, { source: 'shop', 'detail-type': 'Order', detail: { x: 'y' } })).toBe(
      true,
    );
  });

  it('keeps its alternatives apart as far as they differ', () => {
    const { patterns } = eventPatterns(
      mute({ detail: long, $or: [{ source: ['a'] }, { source: ['b'], 'detail-type': ['c'] }] }),
    );
    expect(patterns).toEqual([
      { $or: [{ source: ['a'] }, { source: ['b'], 'detail-type': ['c'] }] },
    ]);
  });

  it('is widened to its source alone where its detail-types are too long', () => {
    const { patterns, widened } = eventPatterns(
      mute({ source: ['shop'], 'detail-type': texts(100, 30) }),
    );
    expect(patterns).toEqual([{ source: ['shop'] }]);
    expect(widened).toEqual([{ rule: 'rule-0', asks: ['source'] }]);
  });

  it('is widened to everything where nothing short is left', () => {
    for (const pattern of [{ detail: long }, { source: texts(100, 30) }]) {
      const { patterns, widened } = eventPatterns(mute(pattern, { source: ['shop'] }));
      expect(patterns).toEqual([{ source: [{ prefix: '' }] }]);
      expect(widened).toEqual([{ rule: 'rule-0', asks: [] }]);
    }
  });
});
