import type { Json } from '../aws-event';
import { asText, fieldOf, textField, valueAt } from '../json-field';
import { nameOr, type Titler } from './titler';

/** `orders answered 502: GET /carts`. */
export const request: Titler = (event) => {
  const { detail } = event;
  const status = wordOf(
    fieldOf(detail, 'status') ??
      fieldOf(detail, 'statusCode') ??
      fieldOf(detail, 'elb_status_code'),
  );
  const what = `${methodOf(detail) ?? ''} ${pathOf(detail) ?? ''}`.trim();
  if (status !== null) return `${nameOr(event, 'Request')} answered ${status}: ${what}`;
  return what === '' ? null : `${nameOr(event, 'Request')}: ${what}`;
};

function methodOf(detail: Json): string | null {
  return (
    textField(detail, 'httpMethod') ??
    asText(valueAt(detail, ['requestContext', 'http', 'method'])) ??
    textField(detail, 'method') ??
    asText(valueAt(detail, ['requestContext', 'routeKey']))
  );
}

function pathOf(detail: Json): string | null {
  return (
    ['path', 'resourcePath', 'rawPath', 'raw_path', 'url', 'routeKey']
      .map((name) => textField(detail, name))
      .find((text) => text !== null) ?? null
  );
}

/** `orders-worker: Task timed out after 3.00 seconds`. */
export const logLine: Titler = (event) => {
  const { detail } = event;
  const words = ['message', 'msg', 'errorMessage', 'error']
    .map((name) => textField(detail, name))
    .find((text) => text !== null);
  return words == null ? null : `${nameOr(event, 'Log')}: ${words}`;
};

/** The subject of a message, else its words, after the queue, topic or stream. */
export const message: Titler = (event) => {
  const words =
    textField(event.detail, 'subject') ??
    asText(
      fieldOf(event.detail, 'message') ??
        fieldOf(event.detail, 'body') ??
        fieldOf(event.detail, 'data'),
    );
  return words === null
    ? `Message to ${nameOr(event, 'a queue')}`
    : `${nameOr(event, 'Message')}: ${words}`;
};

function wordOf(value: Json | undefined): string | null {
  return typeof value === 'number' ? String(value) : asText(value);
}
