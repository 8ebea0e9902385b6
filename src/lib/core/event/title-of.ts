import type { AwsEvent, Outcome } from './aws-event';
import { plainText } from './plain-text';
import { redactedFacts } from './redacted';
import { serviceOf } from './service-of';
import { stateWordsOf } from './title/state-words';
import { TITLERS } from './title/titlers';

const MAX_TITLE_CHARS = 90;
const TELLS_STATE = /(?:state|status|compliance).?change/i;
/** The end of a detail-type that is of no news to a person. */
const TAIL =
  / (?:State|Status)[- ]?change(?: Notification)?$| Notification$| Event$| via CloudTrail$/i;

/** A short title for people, at most 90 characters of text: `checkout-api-5xx in ALARM`, `ListObjects refused`. */
export function titleOf(event: AwsEvent): string {
  const own = redactedTitle(event) ?? TITLERS.get(event.detailType)?.(event) ?? null;
  return plainText(own ?? anyTitle(event), MAX_TITLE_CHARS);
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  success: ': all well',
  neutral: '',
  warning: ': a warning',
  error: ': an error',
};

function redactedTitle(event: AwsEvent): string | null {
  const kind = redactedKind(event);
  return kind === null ? null : `${kind}${OUTCOME_WORDS[event.outcome]}`;
}

/**
 * What kind of event a redacted one is, with its service where that is not plain: a digest is no name for a person. Null
 * for an event that is not redacted.
 */
export function redactedKind({ source, detailType, envelope }: AwsEvent): string | null {
  if (redactedFacts(envelope) === null) return null;
  const [service, kind] = [serviceOf(source, detailType), detailType.replace(TAIL, '')];
  const isPlain = kind.toLowerCase().replaceAll(' ', '').includes(service);
  return isPlain ? kind : `${service}: ${kind}`;
}

/** The resource and what became of it, where its event says so; else the resource and what kind of event it is. */
function anyTitle(event: AwsEvent): string {
  const { key, detailType } = event;
  const kind = detailType.replace(TAIL, '');
  const named = key !== '' && key !== detailType;
  const words = TELLS_STATE.test(detailType) ? stateWordsOf(event) : null;
  if (words !== null) return `${named ? key : kind} ${words}`;
  return named ? `${key}: ${kind}` : detailType;
}
