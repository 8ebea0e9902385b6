import type { Json, JsonObject } from '../event/aws-event';
import type { FieldTest } from './field-test';
import { nodeMatches } from './node-match';
import { type Alternative, parsePattern } from './pattern-alternatives';
import { patternNode } from './pattern-node';

/** Whether an event, in the envelope in which EventBridge delivers it, satisfies a pattern. */
export type PatternMatch = (envelope: JsonObject) => boolean;

/** The most cases that fields which may be absent or have a value are told apart into. */
const MAX_CASES = 1_000;

/**
 * Compiles an EventBridge event pattern (the published syntax: exact values, prefix, suffix, equals-ignore-case,
 * wildcard, anything-but, numeric, cidr, exists, `$or`, nesting, arrays in events), to the behaviour of
 * aws/event-ruler. A match takes time linear in the event.
 * @throws PatternError with the path, the reason and what would be right
 */
export function compilePattern(pattern: Json): PatternMatch {
  return compileAlternatives(parsePattern(pattern));
}

/** Compiles a parsed pattern: any one of its alternatives must hold. */
export function compileAlternatives(alternatives: readonly Alternative[]): PatternMatch {
  const nodes = withCases(alternatives).map(patternNode);
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return (envelope) => nodeMatches(only, envelope);
  return (envelope) => nodes.some((node) => nodeMatches(node, envelope));
}

/** Tells apart, as long as they are not too many, fields that may be absent: each is absent or has a value. */
function withCases(alternatives: readonly Alternative[]): readonly Alternative[] {
  const more = alternatives.flatMap(splitOne);
  const done = more.length === alternatives.length || more.length > MAX_CASES;
  return done ? alternatives : withCases(more);
}

function splitOne(alternative: Alternative): readonly Alternative[] {
  for (const [path, field] of alternative)
    if (field.absent && field.present)
      return [present(field), absent(field)].map((one) => new Map([...alternative, [path, one]]));
  return [alternative];
}

function present(field: FieldTest): FieldTest {
  return { ...field, absent: false };
}

function absent(field: FieldTest): FieldTest {
  return { ...field, present: false };
}
