import type { JsonObject, Outcome } from '../aws-event';
import { fieldOf, isObject } from '../json-field';
import { redactedFacts } from '../redacted';
import { FAMILY_RULES } from './family-rules';
import { GENERAL_RULES, severityFields } from './general-rules';
import { headingWords, withHeading } from './heading';
import { statusFields } from './status-fields';
import { graver, type Verdict } from './verdict';

const NO_DETAIL: JsonObject = {};
/** What only announces an event: its content tells more. */
const HEADINGS: ReadonlySet<string> = new Set(['detail-type', 'detail.subject']);
/** The fields in which a message or an event carries another object that is its content. */
const PAYLOADS = ['data', 'body', 'message', 'payload', 'Payload', 'event', 'subject'];

/**
 * What an event says of the thing it reports, and the path of the field that decided. The rule of its detail-type
 * decides where there is one; else the gravest of what any of its fields tell, and where these are silent, of what its
 * content tells. Nothing tells: neutral, null.
 */
export function outcomeOf(envelope: JsonObject): { outcome: Outcome; field: string | null } {
  const redacted = redactedFacts(envelope);
  if (redacted !== null) return { outcome: redacted.outcome, field: 'detail.outcome' };
  const detail = fieldOf(envelope, 'detail');
  const verdict = judge(envelope, isObject(detail) ? detail : NO_DETAIL);
  return verdict ?? { outcome: 'neutral', field: null };
}

function judge(envelope: JsonObject, detail: JsonObject): Verdict | null {
  const detailType = fieldOf(envelope, 'detail-type');
  const own = typeof detailType === 'string' ? FAMILY_RULES.get(detailType) : undefined;
  if (own !== undefined) return own(envelope, detail) ?? fallback(envelope, detail);
  const told = judgeFields(envelope, detail);
  return told === null || HEADINGS.has(told.field)
    ? graver(judgePayload(envelope, detail), told)
    : told;
}

/** A call that CloudTrail records holds no state of its own; what else a family's rule leaves open, a status may tell. */
function fallback(envelope: JsonObject, detail: JsonObject): Verdict | null {
  return Object.hasOwn(detail, 'eventVersion') ? null : statusFields(envelope, detail);
}

function judgeFields(envelope: JsonObject, detail: JsonObject): Verdict | null {
  let worst: Verdict | null = null;
  for (const rule of GENERAL_RULES) worst = graver(worst, rule(envelope, detail));
  worst ??= severityFields(envelope, detail);
  return withHeading(worst, headingWords(envelope, detail), detail);
}

/** Messages, and many custom events, carry what they tell one level further in. */
function judgePayload(envelope: JsonObject, detail: JsonObject): Verdict | null {
  let worst: Verdict | null = null;
  for (const name of PAYLOADS) {
    const payload = fieldOf(detail, name);
    const told = isObject(payload) ? judgeFields(envelope, payload) : null;
    if (told !== null) worst = graver(worst, { ...told, field: within(name, told.field) });
  }
  return worst;
}

function within(name: string, field: string): string {
  return field.startsWith('detail.') ? `detail.${name}${field.slice('detail'.length)}` : field;
}
