import type { AwsEvent } from '../aws-event';
import { asText, textField, valueAt } from '../json-field';
import { isDenial, isQuota } from '../outcome/error-code';
import { lowerWords } from './state-words';
import { nameOr, type Titler } from './titler';

const ALARM_STATES = new Map([
  ['ALARM', 'in ALARM'],
  ['OK', 'is OK again'],
  ['INSUFFICIENT_DATA', 'has too little data'],
]);

const OBJECT_CHANGES = new Map([
  ['Object Created', 'Object created in'],
  ['Object Deleted', 'Object deleted from'],
]);

/** `checkout-api-5xx in ALARM`. */
export const alarm: Titler = (event) => {
  const state = asText(valueAt(event.detail, ['state', 'value'])) ?? '';
  const words = ALARM_STATES.get(state);
  return words === undefined ? null : `${event.key} ${words}`;
};

/** `mira signed in`. */
export const signIn: Titler = (event) => {
  if (textField(event.detail, 'eventName') !== 'ConsoleLogin') return apiCall(event);
  return event.outcome === 'error' ? `Sign-in of ${event.key} failed` : `${event.key} signed in`;
};

/** `ListObjects refused` says more than its code does; a call that went well names its resource instead. */
export const apiCall: Titler = (event) => {
  const name = textField(event.detail, 'eventName');
  if (name === null) return null;
  const code = textField(event.detail, 'errorCode') ?? '';
  if (event.outcome === 'warning') return `${name} ${isQuota(code) ? 'over a limit' : 'throttled'}`;
  if (event.outcome !== 'error') return suffixed(name, event);
  return isDenial(code) ? `${name} refused` : `${name} failed`;
};

/** `i-0a1b is stopping`. */
export const machine: Titler = (event) => {
  const state = textField(event.detail, 'state');
  return state === null ? null : `${event.key} is ${state}`;
};

/** `Object created in invoices`. */
export const bucketObject: Titler = (event) => {
  const words = OBJECT_CHANGES.get(event.detailType);
  return words === undefined ? null : `${words} ${event.key}`;
};

/** What happened to a repository or a volume: `shop: reference updated`, `vol-0a: create volume failed`. */
export const namedEvent: Titler = (event) => {
  const name = textField(event.detail, 'event');
  if (name === null) return null;
  const result = textField(event.detail, 'result');
  return `${nameOr(event, 'Event')}: ${lowerWords(name)}${result === null ? '' : ` ${result}`}`;
};

/** Certificates are known by their domain: `example.com: Certificate Expired`. */
export const certificate: Titler = (event) => {
  const domain = textField(event.detail, 'CommonName');
  return domain === null ? null : `${domain}: ${event.detailType.replace(/^ACM /, '')}`;
};

/** `sg-0a1b: Security Groups - Unrestricted Access`. */
export const advice: Titler = (event) => {
  const check = textField(event.detail, 'check-name');
  return check === null || check === event.key ? check : `${event.key}: ${check}`;
};

function suffixed(name: string, event: AwsEvent): string {
  return event.key === event.detailType ? name : `${name}: ${event.key}`;
}
