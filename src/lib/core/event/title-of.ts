import type { AwsEvent } from './aws-event';
import { asText, textField, valueAt } from './json-field';
import { isDenial, isQuota } from './outcome/error-code';
import { plainText } from './plain-text';

const MAX_TITLE_CHARS = 90;

type Titler = (event: AwsEvent) => string | null;

const ALARM_STATES = new Map([
  ['ALARM', 'in ALARM'],
  ['OK', 'is OK again'],
  ['INSUFFICIENT_DATA', 'has too little data'],
]);

const OBJECT_CHANGES = new Map([
  ['Object Created', 'Object created in'],
  ['Object Deleted', 'Object deleted from'],
]);

const alarm: Titler = (event) => {
  const state = asText(valueAt(event.detail, ['state', 'value'])) ?? '';
  const words = ALARM_STATES.get(state);
  return words === undefined ? null : `${event.key} ${words}`;
};

const signIn: Titler = (event) => {
  if (textField(event.detail, 'eventName') !== 'ConsoleLogin') return apiCall(event);
  return event.outcome === 'error' ? `Sign-in of ${event.key} failed` : `${event.key} signed in`;
};

/** `ListObjects refused` says more than its code does; a call that went well names its resource instead. */
const apiCall: Titler = (event) => {
  const name = textField(event.detail, 'eventName');
  if (name === null) return null;
  const code = textField(event.detail, 'errorCode') ?? '';
  if (event.outcome === 'warning') return `${name} ${isQuota(code) ? 'over a limit' : 'throttled'}`;
  if (event.outcome !== 'error') return `${name}: ${event.key}`;
  return isDenial(code) ? `${name} refused` : `${name} failed`;
};

const machine: Titler = (event) => {
  const state = textField(event.detail, 'state');
  return state === null ? null : `${event.key} is ${state}`;
};

const bucketObject: Titler = (event) => {
  const words = OBJECT_CHANGES.get(event.detailType);
  return words === undefined ? null : `${words} ${event.key}`;
};

const TITLERS: ReadonlyMap<string, Titler> = new Map([
  ['CloudWatch Alarm State Change', alarm],
  ['AWS Console Sign In via CloudTrail', signIn],
  ['AWS API Call via CloudTrail', apiCall],
  ['AWS Service Event via CloudTrail', apiCall],
  ['AWS Console Action via CloudTrail', apiCall],
  ['EC2 Instance State-change Notification', machine],
  ['Object Created', bucketObject],
  ['Object Deleted', bucketObject],
]);

/** A short title for people, at most 90 characters of text: `checkout-api-5xx in ALARM`, `ListObjects refused`. */
export function titleOf(event: AwsEvent): string {
  const own = TITLERS.get(event.detailType)?.(event) ?? null;
  return plainText(own ?? anyTitle(event), MAX_TITLE_CHARS);
}

/** The resource and what became of it, where its event says so; else what kind of event it is, and of what. */
function anyTitle(event: AwsEvent): string {
  const { key, detailType } = event;
  if (key === '' || key === detailType) return detailType;
  if (/state.?change|status.?change/i.test(detailType)) {
    const state = stateOf(event);
    if (state !== null) return `${key} ${state.toLowerCase().replaceAll('_', ' ')}`;
  }
  return `${detailType}: ${key}`;
}

/** The value of the field that decided the outcome, else of `state` or `status`. */
function stateOf(event: AwsEvent): string | null {
  const [root, ...path] = (event.outcomeField ?? '').split('.');
  const decided = root === 'detail' ? asText(valueAt(event.detail, path)) : null;
  return decided ?? textField(event.detail, 'state') ?? textField(event.detail, 'status');
}
