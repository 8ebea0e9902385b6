import type { AwsEvent } from '../../src/lib/core/event/aws-event';
import { type Mapping, matchRule } from '../../src/lib/core/mapping/mapping';
import { compilePattern } from '../../src/lib/core/mapping/pattern';
import type { Rule } from '../../src/lib/core/mapping/rule';

/** What became of sample events at one rule. */
export interface RuleCatches {
  readonly rule: Rule;
  /** How many events it is for. */
  readonly caught: number;
  /** An event that it is for: source and detail-type; null where there is none. */
  readonly example: string | null;
  /** The rules before it that took events which it matches too, with their numbers. */
  readonly taken: ReadonlyMap<string, number>;
}

/** Lets every rule of a mapping try every event, in the mapping's order. */
export function ruleCatches(mapping: Mapping, events: readonly AwsEvent[]): RuleCatches[] {
  const winners = events.map((event) => matchRule(mapping, event)?.rule.id ?? null);
  return mapping.rules.map((rule) => {
    const matches = compilePattern(rule.pattern);
    const matched = events.flatMap((event, at) =>
      matches(event.envelope) ? [{ event, winner: winners[at] }] : [],
    );
    const own = matched.filter(({ winner }) => winner === rule.id);
    const [first] = own;
    return {
      rule,
      caught: own.length,
      example: first ? `${first.event.source}, ${first.event.detailType}` : null,
      taken: counts(
        matched.flatMap(({ winner }) => (winner && winner !== rule.id ? [winner] : [])),
      ),
    };
  });
}

function counts(names: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}
