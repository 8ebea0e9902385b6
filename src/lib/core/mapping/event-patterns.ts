import type { Json, JsonObject } from '../event/aws-event';
import { canonicalJson } from './canonical-json';
import type { Mapping } from './mapping';
import { type Alternative, parsePattern } from './pattern-alternatives';
import { PatternError } from './pattern-error';
import type { Rule } from './rule';

/** EventBridge takes no longer event pattern (EventBridge quotas, "Event pattern size"). */
export const MAX_PATTERN_CHARS = 2_048;

/** The event patterns of EventBridge rules, and where they deliver more than the mapping names. */
export interface EventPatterns {
  /** Each of at most 2,048 characters as JSON without spaces. */
  readonly patterns: readonly JsonObject[];
  /** The rules whose own pattern is too long, and what is asked of their events instead. */
  readonly widened: readonly { readonly rule: string; readonly asks: readonly string[] }[];
}

/** What every event has: the pattern that EventBridge's documentation gives for all events. */
const EVERYTHING: JsonObject = { source: [{ prefix: '' }] };

/** The fields that a pattern which is too long is cut down to, from the narrowest to the widest. */
const KEPT: readonly (readonly string[])[] = [
  ['source', 'detail-type', 'account', 'region', 'resources'],
  ['source', 'detail-type'],
  ['source'],
];

/**
 * The EventBridge rule patterns that deliver what a mapping can sound. Where it sounds all events, that is one pattern
 * for everything; where `others` are mute, the patterns of its rules, joined by `$or` into as few as first-fit packing
 * of the longest first finds. A pattern over EventBridge's limit is widened, and `widened` says so.
 * @param others what to deliver of the events that no rule matches; unless told, as the mapping has it
 */
export function eventPatterns(mapping: Mapping, others = mapping.others): EventPatterns {
  if (others === 'sound') return { patterns: [EVERYTHING], widened: [] };
  const fitted = mapping.rules.map(fit);
  const widened = fitted.flatMap(({ rule, asks }) => (asks === null ? [] : [{ rule, asks }]));
  const distinct = new Map(fitted.map(({ pattern }) => [canonicalJson(pattern), pattern]));
  const all = distinct.has(canonicalJson(EVERYTHING));
  return { patterns: all ? [EVERYTHING] : pack([...distinct.values()]), widened };
}

interface Fitted {
  readonly rule: string;
  readonly pattern: JsonObject;
  /** The fields that are still asked for; null where the pattern is the rule's own. */
  readonly asks: readonly string[] | null;
}

function fit({ id, pattern, alternatives }: Rule): Fitted {
  if (fits(pattern)) return { rule: id, pattern, asks: null };
  for (const asks of KEPT) {
    const wider = joined(distinctly(alternatives.map((one) => cutDown(one, asks))));
    const asked = asks.filter(
      (name) => wider !== EVERYTHING && alternatives.some((one) => one.has(name)),
    );
    if (fits(wider)) return { rule: id, pattern: wider, asks: asked };
  }
  return { rule: id, pattern: EVERYTHING, asks: [] };
}

function cutDown(alternative: Alternative, names: readonly string[]): JsonObject {
  const kept = names.flatMap((name) => {
    const expressions = alternative.get(name)?.expressions;
    return expressions === undefined ? [] : [[name, expressions] as const];
  });
  return kept.length === 0 ? EVERYTHING : Object.fromEntries(kept);
}

/** Packs patterns into as few as it finds: the longest first, each into the first that has room. */
function pack(patterns: readonly JsonObject[]): JsonObject[] {
  const longestFirst = patterns.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const packs: JsonObject[][] = [];
  for (const pattern of longestFirst) {
    const roomy = packs.find((pack) => joins([...pack, pattern]));
    if (roomy) roomy.push(pattern);
    else packs.push([pattern]);
  }
  return packs.map(joined);
}

/** Whether patterns can stand in one `$or`: short enough together, and each still read as it stands alone. */
function joins(patterns: readonly JsonObject[]): boolean {
  if (!fits(joined(patterns))) return false;
  const alone = patterns.reduce((sum, pattern) => sum + parsePattern(pattern).length, 0);
  try {
    return parsePattern(joined(patterns)).length === alone;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
}

function joined(patterns: readonly JsonObject[]): JsonObject {
  const [only = EVERYTHING, ...more] = patterns;
  return more.length === 0 ? only : { $or: patterns };
}

function distinctly(patterns: readonly JsonObject[]): JsonObject[] {
  const distinct = new Map(patterns.map((pattern) => [canonicalJson(pattern), pattern]));
  const everything = distinct.has(canonicalJson(EVERYTHING));
  return everything ? [EVERYTHING] : [...distinct.values()];
}

function fits(pattern: Json): boolean {
  return lengthOf(pattern) <= MAX_PATTERN_CHARS;
}

function lengthOf(pattern: Json): number {
  return JSON.stringify(pattern).length;
}
