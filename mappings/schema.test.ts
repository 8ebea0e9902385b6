import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { validatorSource, VALIDATOR } from '../cli/mappings/compile-schema';
import type { Json, JsonObject } from '../src/lib/core/event/aws-event';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { MappingError } from '../src/lib/core/mapping/mapping-error';
import { INTERRUPTS, RULE_NEWS, RULE_VOICES } from '../src/lib/core/mapping/rule';
import standard from './default.json';
import { file, good } from './samples/one-rule';
import schema from './schema.json';

const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const withPattern = (pattern: Json) => file({ ...good, pattern });
const withField = (...expressions: Json[]) => withPattern({ detail: { x: expressions } });

const taken: [string, JsonObject][] = [
  ['the plainest rule', file(good)],
  ['a key', file({ ...good, key: 'detail.table' })],
  ['single values', withField('a', 1, true, null)],
  ['affixes', withField({ prefix: 'a' }, { suffix: { 'equals-ignore-case': 'b' } })],
  ['wildcards', withField({ wildcard: 'a*\\*\\\\' }, { 'equals-ignore-case': 'c' })],
  ['numbers', withField({ numeric: ['=', 1] }, { numeric: ['>', 0, '<=', 5] })],
  ['exists and cidr', withField({ exists: false }, { cidr: '::1/127' })],
  ['anything-but', withField({ 'anything-but': 'a' }, { 'anything-but': [1, 2] })],
  [
    'anything-but forms',
    withField({ 'anything-but': { prefix: ['a', 'b'] } }, { 'anything-but': { wildcard: '*a' } }),
  ],
  ['$or', withPattern({ $or: [{ a: [1] }, { b: [2] }] })],
  ['$or as a field', withPattern({ $or: { a: [1] } })],
  ['$or as a field with operators', withPattern({ $or: [{ prefix: 'a' }, 'b'] })],
  ['others that are mute', { ...file(good), others: 'mute' }],
  ['numbers of any size', withField({ numeric: ['>', 6e9] })],
  ...RULE_VOICES.map((voice): [string, JsonObject] => [
    `the voice ${voice}`,
    file({ ...good, voice }),
  ]),
];

const refused: [string, Json][] = [
  ['a list', []],
  ['no rules', { ...file(good), rules: [] }],
  ['no name', { idle: { title: 'Nothing happens', voice: 'pad' }, rules: [good] }],
  ['a blank name', { ...file(good), name: ' ' }],
  ['no idle', { name: 'Test', rules: [good] }],
  ['another voice when idle', { ...file(good), idle: { title: 'Nothing', voice: 'reed' } }],
  ['an unknown field', { ...file(good), tempo: 96 }],
  ['an unknown field of a rule', file({ ...good, colour: 'red' })],
  ['a rule that is text', file('rule')],
  ['an id with capitals', file({ ...good, id: 'ItHappens' })],
  ['a title without end', file({ ...good, title: 'a'.repeat(81) })],
  ['unknown news', file({ ...good, news: 'great' })],
  ['an unknown step', file({ ...good, interrupt: 'a lot' })],
  ['the drone', file({ ...good, voice: 'drone' })],
  ['the pad', file({ ...good, voice: 'pad' })],
  ['a key with a blank', file({ ...good, key: 'detail. x' })],
  ['an empty pattern', withPattern({})],
  ['a bare value', withPattern({ source: 'shop' })],
  ['an empty list', withField()],
  ['a list within a list', withField(['a'])],
  ['an unknown operator', withField({ begins: 'a' })],
  ['two operators', withField({ prefix: 'a', suffix: 'b' })],
  ['a prefix of a number', withField({ prefix: 1 })],
  ['two stars', withField({ wildcard: 'a**' })],
  ['an unknown escape', withField({ wildcard: 'a\\b' })],
  ['half a range', withField({ numeric: ['>'] })],
  ['the upper bound first', withField({ numeric: ['<', 5, '>', 1] })],
  ['exists of a text', withField({ exists: 'no' })],
  ['a mixture', withField({ 'anything-but': ['a', 1] })],
  ['anything-but true', withField({ 'anything-but': true })],
  ['anything-but an empty prefix', withField({ 'anything-but': { prefix: '' } })],
  ['anything-but an empty suffix', withField({ 'anything-but': { suffix: ['a', ''] } })],
  ['other others', { ...file(good), others: 'loud' }],
  ['a block without a length', withField({ cidr: '10.0.0.0' })],
  ['$or of one', withPattern({ $or: [{ a: [1] }] })],
];

describe('the schema and the loader agree', () => {
  it.each([['the default mapping', standard as JsonObject] as const, ...taken])(
    'to take %s',
    (_name, json) => {
      expect([isValid(json), loads(json)]).toEqual([true, true]);
    },
  );

  it.each(refused)('to refuse %s', (_name, json) => {
    expect([isValid(json), loads(json)]).toEqual([false, false]);
  });
});

describe('the schema', () => {
  it('knows the words that the code knows', () => {
    const { news, interrupt, voice } = schema.$defs.rule.properties;
    expect(news.enum).toEqual(RULE_NEWS);
    expect(interrupt.enum).toEqual(INTERRUPTS);
    expect(voice.enum).toEqual(RULE_VOICES);
  });

  it('is what the validator in the code was made of', () => {
    expect(readFileSync(VALIDATOR, 'utf8')).toBe(validatorSource());
  });

  it('makes no code at run time', () => {
    expect(readFileSync(VALIDATOR, 'utf8')).not.toMatch(/\beval\b|\bFunction\b|\brequire\(/);
  });
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
