import { isObject } from '../event/json-field';
import { parseJson } from '../event/parse-json';
import { CONNECTOR_SOURCE } from './names';

/** What a connector tells of itself once a minute. All of it is text from another account. */
export interface ConnectorWord {
  readonly account: string;
  readonly region: string;
  readonly version: string;
}

const MAX_CHARS = 64;

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, MAX_CHARS)
    : '';
}

/**
 * Reads the body of a message as a connector's word.
 *
 * @returns null for every other body
 */
export function connectorWordIn(body: string): ConnectorWord | null {
  if (!body.includes(CONNECTOR_SOURCE)) return null;
  const parsed = parseJson(body);
  if (!('value' in parsed) || !isObject(parsed.value)) return null;
  const { source, account, region, detail } = parsed.value;
  if (source !== CONNECTOR_SOURCE) return null;
  const version = isObject(detail) ? text(detail['version']) : '';
  return { account: text(account), region: text(region), version };
}
