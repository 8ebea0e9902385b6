import type { AwsEvent } from '../event/aws-event';
import { compileRule, type RuleJson } from './compile-rule';
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
  /** Whether events that no rule matches sound in their service's own voice, or not at all. */
  readonly others: 'sound' | 'mute';
  readonly index: RuleIndex;
}

/** A mapping file as the schema describes it. */
type MappingJson = Pick<Mapping, 'name' | 'idle'> &
  Partial<Pick<Mapping, 'others'>> & { readonly rules: readonly RuleJson[] };

/** The rule that matched, and its place among the rules, counted from 1. */
export interface Match {
  readonly rule: Rule;
  readonly place: number;
}

/**
 * Compiles a mapping file's parsed JSON that is known to be valid, as the project's own are by their tests; whatever
 * comes from elsewhere goes through `loadMapping`.
 *
 * @param sha256 the file's digest, as `mappingDigest` gives it
 */
export function compileMapping(json: unknown, sha256: string): Mapping {
  const { name, idle, others = 'sound', rules: written } = json as MappingJson;
  const rules = written.map(compileRule);
  return { name, sha256, rules, idle, others, index: new RuleIndex(rules) };
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
