import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AwsEvent, Json } from '../event/aws-event';
import { fieldOf, isObject, textField } from '../event/json-field';
import { MAX_DEPTH, nestsWithin } from '../event/parse-json';
import { canonicalJson } from './canonical-json';
import { MappingError, type MappingProblem } from './mapping-error';
import { readRule } from './read-rule';
import type { Rule } from './rule';
import { RuleIndex } from './rule-index';
import { inOrder } from './problem-order';
import { schemaProblems } from './schema-problems';
import { remedies } from './schema-validator';

/** What sounds like what: ordered rules, of which the first that matches an event decides. */
export interface Mapping {
  readonly name: string;
  /** SHA-256 of the mapping's canonical JSON, in hexadecimal: the same rules have the same digest. */
  readonly sha256: string;
  readonly rules: readonly Rule[];
  /** What sounds while nothing happens. */
  readonly idle: { readonly title: string; readonly voice: 'pad' };
  /** Whether events that no rule matches sound in their service's own voice, or not at all. */
  readonly others: 'sound' | 'mute';
  readonly index: RuleIndex;
}

/** A mapping file as the schema describes it. */
type Shape = Pick<Mapping, 'name' | 'idle'> & Partial<Pick<Mapping, 'others'>>;

/** The rule that matched, and its place among the rules, counted from 1. */
export interface Match {
  readonly rule: Rule;
  readonly place: number;
}

const NO_RULES: readonly Json[] = [];

/**
 * Checks and compiles a mapping file's parsed JSON.
 * @throws MappingError with everything that is wrong, where, and what would be right
 */
export function loadMapping(json: unknown): Mapping {
  const file = json as Json;
  if (!isObject(file) || !nestsWithin(file, MAX_DEPTH))
    throw new MappingError([
      { path: '', reason: 'must be a JSON object', remedy: remedies.get('') ?? '' },
    ]);
  const problems = schemaProblems(file);
  const rules = readRules(fieldOf(file, 'rules'), problems);
  if (problems.length > 0) throw new MappingError(inOrder(problems, file));
  const { name, idle, others = 'sound' } = file as unknown as Shape;
  const digest = bytesToHex(sha256(utf8ToBytes(canonicalJson(file))));
  return { name, sha256: digest, rules, idle, others, index: new RuleIndex(rules) };
}

/** The first rule whose pattern an event satisfies, or null: then its service's family speaks. */
export function matchRule(mapping: Mapping, event: AwsEvent): Match | null {
  for (const placed of mapping.index.candidates(event.source, event.detailType))
    if (placed.matches(event.envelope)) return placed;
  return null;
}

/**
 * Why a mapping mutes an event, in words; null where the event sounds.
 * @param rule the rule that the event matched, or null
 */
export function mutedBecause(
  { others }: Pick<Mapping, 'others'>,
  rule: Pick<Rule, 'id'> | null,
): string | null {
  return rule === null && others === 'mute' ? 'no rule of the mapping is for it' : null;
}

function readRules(value: Json | undefined, problems: MappingProblem[]): readonly Rule[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : NO_RULES;
  noteRepeatedIds(list, problems);
  return list
    .map((rule, at) => readRule(rule, `rules[${String(at)}]`, problems))
    .filter((rule) => rule !== null);
}

function noteRepeatedIds(rules: readonly Json[], problems: MappingProblem[]): void {
  const seen = new Map<string, number>();
  for (const [at, rule] of rules.entries()) {
    const id = textField(rule, 'id');
    if (id === null) continue;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, at);
    else
      problems.push({
        path: `rules[${String(at)}].id`,
        reason: `is "${id}", as is that of rules[${String(before)}]`,
        remedy: 'Give each rule its own id.',
      });
  }
}
