import type { AwsEvent, Outcome } from '../aws-event';
import { asText, isObject, valueAt } from '../json-field';

const MAX_STATE_CHARS = 40;
/** How a state is said of a resource: `FAILURE` as in `shop failed`. */
const SAID = new Map([
  ['success', 'succeeded'],
  ['succeed', 'succeeded'],
  ['failure', 'failed'],
  ['fail', 'failed'],
  ['fault', 'failed'],
  ['error', 'failed'],
  ['start', 'started'],
  ['stop', 'stopped'],
  ['complete', 'completed'],
  ['timeout', 'timed out'],
  ['timedout', 'timed out'],
  ['runnable', 'waits to run'],
]);
/** States that last are said with `is`. */
const LASTING =
  /^(?:pending|\w+ing|in progress|(?:in)?active|(?:en|dis)abled|available|ok|open|closed|(?:non ?)?compliant|degraded|(?:un)?healthy|impaired|(?:in|out of) service)$/;
/** Field names that tell a state, and the states that were. */
const STATE_FIELD = /(?:status|state|result|conclusion|complianceType|phase)$/i;
const EARLIER = /^(?:prev|old|desired)/i;
const BY_OUTCOME: Readonly<Record<Outcome, string | null>> = {
  error: 'failed',
  success: 'succeeded',
  warning: null,
  neutral: null,
};

/** What became of a resource, in words to follow its name: `failed`, `is running`; null where nothing tells. */
export function stateWordsOf(event: AwsEvent): string | null {
  const state = decidingState(event) ?? firstState(event);
  return state === null ? BY_OUTCOME[event.outcome] : said(state);
}

/** The words of an identifier in lower case: `pullRequestCreated` as `pull request created`. */
export function lowerWords(identifier: string): string {
  return identifier
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
}

function said(state: string): string {
  const words = lowerWords(state);
  const verb = SAID.get(words.replaceAll(' ', '')) ?? words;
  return LASTING.test(verb) ? `is ${verb}` : verb;
}

/** The value of the field that decided the outcome, where it is a state and no error message. */
function decidingState(event: AwsEvent): string | null {
  const path = (event.outcomeField ?? '').split('.').slice(1);
  const tells = path.some((name) => STATE_FIELD.test(name));
  return tells ? shortText(valueAt(event.detail, path)) : null;
}

/** The first field of the detail that tells a state: `state`, `build-status`, `TrainingJobStatus`. */
function firstState({ detail }: AwsEvent): string | null {
  if (!isObject(detail)) return null;
  for (const [name, value] of Object.entries(detail))
    if (STATE_FIELD.test(name) && !EARLIER.test(name)) {
      const state = shortText(value);
      if (state !== null) return state;
    }
  return null;
}

/** Numbers and sentences are no words for a state. */
function shortText(value: Parameters<typeof asText>[0]): string | null {
  const text = asText(value);
  return text !== null && text.length <= MAX_STATE_CHARS && /[A-Za-z]/.test(text) ? text : null;
}
