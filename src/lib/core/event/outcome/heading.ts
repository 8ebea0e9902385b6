import type { JsonObject, Outcome } from '../aws-event';
import { asText, fieldOf, valueAt } from '../json-field';
import { memo } from '../memo';
import { classifyStatusWord } from './status-word';
import { graver, verdictOf, type OutcomeRule, type Verdict } from './verdict';
import { anyOf, wordsOf } from './words';

const MESSAGE = 'SNS Notification';
const MAX_CHARS = 80;
const MAX_REMEMBERED = 2_000;
/** Names of a kind of work that hold a word of trouble: a failure mode assessment can go well. */
const KINDS =
  /\b(?:FAILURE|FAULT|ERROR) (?:MODES?|INJECTIONS?|BUDGETS?|TRACKING|HANDLING|CORRECTION)\b/g;
/** What happens to things every day: a status may say so of success, the name of an event says only what happened. */
const ROUTINE = /\b(?:PROCESSED|ISSUED|AVAILABLE|FULFILLED|DONE)\b/g;

const told = memo((text): Outcome => {
  const words = wordsOf(text).replace(KINDS, ' ').replace(ROUTINE, ' ');
  return classifyStatusWord(words) ?? 'neutral';
}, MAX_REMEMBERED);

function classifyHeading(text: string): Outcome | null {
  const outcome = text.length > MAX_CHARS ? 'neutral' : told(text);
  return outcome === 'neutral' ? null : outcome;
}

/** The words of the detail-type itself: `EC2 Instance Launch Unsuccessful`; of a message to a topic, its subject. */
export const headingWords: OutcomeRule = (envelope, detail) => {
  const name = fieldOf(envelope, 'detail-type');
  if (name === MESSAGE)
    return verdictOf(classifyHeading(asText(fieldOf(detail, 'subject')) ?? ''), 'detail.subject');
  return typeof name === 'string' ? verdictOf(classifyHeading(name), 'detail-type') : null;
};

const OWN_STATUS = new Set(
  ['status', 'Status', 'state', 'State', 'result', 'outcome', 'statusCode', 'StatusCode'].map(
    (name) => `detail.${name}`,
  ),
);
/** That something is complete does not say that it went well. */
const WENT_WELL = anyOf(
  'SUCCESS|SUCCEEDED|SUCCESSFUL|PASS|PASSED|OK|HEALTHY|COMPLIANT|RESOLVED|RECOVERED|FIXED',
);

/** What the fields tell, with the heading: the graver of both, except that a status that says it went well is believed. */
export function withHeading(
  fields: Verdict | null,
  heading: Verdict | null,
  detail: JsonObject,
): Verdict | null {
  if (heading === null || fields === null) return fields ?? heading;
  if (fields.outcome !== 'success' || !OWN_STATUS.has(fields.field)) return graver(fields, heading);
  const status = asText(valueAt(detail, [fields.field.slice('detail.'.length)])) ?? '';
  return WENT_WELL.test(wordsOf(status.slice(0, MAX_CHARS))) ? fields : graver(fields, heading);
}
