import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AwsEvent, Json } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import { MAX_DEPTH, nestsWithin } from '../event/parse-json';
import { canonicalJson } from './canonical-json';
import { FieldCheck } from './field-check';
import { MappingError, type MappingProblem } from './mapping-error';
import { readRule } from './read-rule';
import type { Rule } from './rule';
import { RuleIndex } from './rule-index';

/** What sounds like what: ordered rules, of which the first that matches an event decides. */
export interface Mapping {
  readonly name: string;
  /** SHA-256 of the mapping's canonical JSON, in hexadecimal: the same rules have the same digest. */
  readonly sha256: string;
  readonly rules: readonly Rule[];
  /** What sounds while nothing happens. */
  readonly idle: { readonly title: string; readonly voice: 'pad' };
  readonly index: RuleIndex;
}

/** The rule that matched, and its place among the rules, counted from 1. */
export interface Match {
  readonly rule: Rule;
  readonly place: number;
}

const FIELDS = ['$schema', 'name', 'idle', 'rules'];
const MAX_RULES = 1_000;
const TEXT = /^(?=.*\S).{1,80}$/u;
const NO_RULES: readonly Json[] = [];

/**
 * Checks and compiles a mapping file's parsed JSON.
 * @throws MappingError with everything that is wrong, where, and what would be right
 */
export function loadMapping(json: unknown): Mapping {
  const file = json as Json;
  const problems: MappingProblem[] = [];
  if (!isObject(file) || !nestsWithin(file, MAX_DEPTH))
    throw new MappingError([
      { path: '', reason: 'must be a JSON object', remedy: `Give it ${FIELDS.join(', ')}.` },
    ]);
  const check = new FieldCheck(file, '', problems);
  check.only(FIELDS);
  const name = check.text('name', TEXT, 'Give the mapping a name.');
  const idle = readIdle(fieldOf(file, 'idle'), problems);
  const rules = readRules(fieldOf(file, 'rules'), problems);
  if (problems.length > 0 || name === null || idle === null) throw new MappingError(problems);
  const digest = bytesToHex(sha256(utf8ToBytes(canonicalJson(file))));
  return { name, sha256: digest, rules, idle, index: new RuleIndex(rules) };
}

/** The first rule whose pattern an event satisfies, or null: then its service's family speaks. */
export function matchRule(mapping: Mapping, event: AwsEvent): Match | null {
  for (const placed of mapping.index.candidates(event.source, event.detailType))
    if (placed.matches(event.envelope)) return placed;
  return null;
}

function readIdle(value: Json | undefined, problems: MappingProblem[]): Mapping['idle'] | null {
  if (!isObject(value)) {
    const remedy = 'Write {"title": "Nothing happens", "voice": "pad"}.';
    problems.push({ path: 'idle', reason: 'must be an object', remedy });
    return null;
  }
  const check = new FieldCheck(value, 'idle', problems);
  check.only(['title', 'voice']);
  const title = check.text('title', TEXT, 'Say what the listener hears when nothing happens.');
  const voice = check.oneOf('voice', ['pad'] as const);
  return title === null || voice === null ? null : { title, voice };
}

function readRules(value: Json | undefined, problems: MappingProblem[]): readonly Rule[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : NO_RULES;
  if (list.length === 0 || list.length > MAX_RULES)
    problems.push({
      path: 'rules',
      reason: 'must be a list of 1 to 1,000 rules',
      remedy: 'Write "rules": [{…}].',
    });
  const rules = list
    .slice(0, MAX_RULES)
    .map((rule, at) => readRule(rule, `rules[${String(at)}]`, problems))
    .filter((rule) => rule !== null);
  noteRepeatedIds(rules, problems);
  return rules;
}

function noteRepeatedIds(rules: readonly Rule[], problems: MappingProblem[]): void {
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id))
      problems.push({
        path: 'rules',
        reason: `have two with the id ${id}`,
        remedy: 'Give each rule its own id.',
      });
    seen.add(id);
  }
}
