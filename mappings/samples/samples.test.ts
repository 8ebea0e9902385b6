import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/lib/core/event/aws-event';
import { only } from '../../src/lib/core/event/fixtures/bodies';
import { loadMapping } from '../../src/lib/core/mapping/load-mapping';
import { matchRule } from '../../src/lib/core/mapping/mapping';
import { literalsOf } from '../../src/lib/core/mapping/pattern-alternatives';
import { familyVoiceOf } from '../../src/lib/core/mapping/voice-of';
import standard from '../default.json';
import { SAMPLES } from './all-samples';

const mapping = loadMapping(standard);
const ruleOf = (body: JsonObject) => matchRule(mapping, only(body))?.rule.id ?? null;

/** Voices that the sound table gives; all other rules sound in their service's own. */
const TOLD = new Set(['alarm', 'major', 'minor', 'pluck', 'piano', 'kit', 'bass', 'snare']);

describe.each(SAMPLES)('$rule', ({ rule, catches, misses }) => {
  it.each(catches)('catches %j', (body) => expect(ruleOf(body)).toBe(rule));
  it.each(misses)('leaves %j to %s', (body, other) => {
    expect(ruleOf(body)).toBe(other);
    expect(other).not.toBe(rule);
  });
});

it('every rule has its samples, in one place', () => {
  const ids = SAMPLES.map(({ rule }) => rule);
  expect([...ids].sort()).toEqual(mapping.rules.map(({ id }) => id).sort());
  for (const { catches, misses } of SAMPLES)
    expect(Math.min(catches.length, misses.length)).toBeGreaterThan(0);
});

it('a rule outside of the sound table keeps its service’s own voice', () => {
  for (const { id, voice, alternatives } of mapping.rules) {
    if (TOLD.has(voice) || literalsOf(alternatives, 'source') === null) continue;
    const { catches } = SAMPLES.find(({ rule }) => rule === id)!;
    for (const { source, detailType } of catches.map(only))
      expect([id, voice]).toEqual([id, familyVoiceOf(source, detailType)]);
  }
});
