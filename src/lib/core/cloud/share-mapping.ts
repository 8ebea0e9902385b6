import type { Json, JsonObject, Outcome } from '../event/aws-event';
import { compileRule } from '../mapping/compile-rule';
import type { Mapping } from '../mapping/mapping';
import type { Alternative } from '../mapping/pattern-alternatives';
import type { Rule } from '../mapping/rule';
import { RuleIndex } from '../mapping/rule-index';
import { badOutcome } from './redact-heard';

/** The fields of a pattern that a redacted event can answer. */
const KEPT: ReadonlySet<string> = new Set(['source', 'detail-type', 'region']);
/** Calls of every sort come under this name: without the detail it tells nothing of which. */
const ANY_CALL = 'AWS API Call via CloudTrail';
const AWS = 'aws.';

/** A part of a rule that redacted events can match, and whether the rule asked for more than that. */
interface Part {
  readonly pattern: JsonObject;
  readonly isWidened: boolean;
}

interface Parts {
  readonly rule: Rule;
  readonly parts: readonly Part[];
}

/**
 * The mapping for redacted events: the rules with their patterns cut down to source, detail-type and Region, each for
 * the outcomes that its news can have (`heardAs`). What asked for more and takes its news from the outcome waits behind
 * the rules that ask for no more. Left out is what names no source beside the detail that it asks for, or no more than
 * that it is an API call: it would take all sorts of events. Events that are left without a rule sound in their
 * service's own voice, by their outcome.
 */
export function sharedMapping(mapping: Mapping): Mapping {
  const all = mapping.rules.map((rule) => ({ rule, parts: partsOf(rule) }));
  const early = all.map((one) => withParts(one, (part) => !waits(one.rule, part)));
  const late = all.map((one) => withParts(one, (part) => waits(one.rule, part)));
  const rules = [...early, ...late].filter(({ parts }) => parts.length > 0).map(narrowed);
  return { ...mapping, name: `${mapping.name}, redacted`, rules, index: new RuleIndex(rules) };
}

function withParts({ rule, parts }: Parts, keeps: (part: Part) => boolean): Parts {
  return { rule, parts: parts.filter(keeps) };
}

function waits({ news }: Rule, { isWidened }: Part): boolean {
  return isWidened && news === 'by-outcome';
}

function partsOf({ alternatives }: Rule): readonly Part[] {
  return alternatives.flatMap((alternative) => {
    const kept = [...alternative].filter(([path]) => KEPT.has(path));
    const isWidened = kept.length < alternative.size;
    if (kept.length === 0 || (isWidened && takesAllSorts(alternative))) return [];
    const fields = kept.map(([path, test]) => [path, valuesOf(path, test.expressions)] as const);
    return [{ pattern: Object.fromEntries(fields), isWidened }];
  });
}

function takesAllSorts(alternative: Alternative): boolean {
  const calls = alternative.get('detail-type')?.literals?.includes(ANY_CALL) === true;
  return calls || !alternative.has('source');
}

/** What forwards a service's logs as events may not call itself `aws.`; with the detail such events matched by that. */
function valuesOf(path: string, expressions: readonly Json[]): readonly Json[] {
  if (path !== 'source') return expressions;
  return expressions.flatMap((one) =>
    typeof one === 'string' && one.startsWith(AWS) ? [one, one.slice(AWS.length)] : [one],
  );
}

function narrowed({ rule, parts }: Parts): Rule {
  const { id, title, news, interrupt, voice } = rule;
  const outcomes = outcomesOf(rule);
  const patterns = parts.map(({ pattern }) =>
    outcomes === null ? pattern : { ...pattern, detail: { outcome: outcomes } },
  );
  const [only = {}, ...more] = patterns;
  const pattern = more.length === 0 ? only : { $or: patterns };
  return compileRule({ id, title, pattern, news, interrupt, voice });
}

/** The outcomes of events that a rule's news can be of; null for all. */
function outcomesOf({ news, interrupt }: Rule): readonly Outcome[] | null {
  if (news === 'by-outcome') return null;
  if (news === 'bad') return [badOutcome(interrupt)];
  return news === 'good' ? ['success'] : ['neutral'];
}
