import type { Json, JsonObject } from '../aws-event';
import { isoInstant } from '../instant';
import { asText } from '../json-field';

/** What a shape knows of an event that did not come in EventBridge's envelope. */
export interface Letter {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Json;
  readonly id?: Json | undefined;
  /** In any of the ways in which AWS writes an instant. */
  readonly time?: Json | undefined;
  /** The ARN of the resource; it gives the account and the region where these are not told. */
  readonly arn?: Json | undefined;
  readonly account?: Json | undefined;
  readonly region?: Json | undefined;
}

/** The envelope in which EventBridge would deliver the event. What nothing tells is empty, and null for id and time. */
export function envelopeOf(letter: Letter): JsonObject {
  const arn = asText(letter.arn);
  const parts = arn?.startsWith('arn:') === true ? arn.split(':', 6) : [];
  return {
    version: '0',
    id: typeof letter.id === 'number' ? String(letter.id) : asText(letter.id),
    'detail-type': letter.detailType,
    source: letter.source,
    account: textOf(letter.account) ?? parts[4] ?? '',
    time: isoInstant(letter.time),
    region: asText(letter.region) ?? parts[3] ?? '',
    resources: arn === null ? [] : [arn],
    detail: letter.detail,
  };
}

/** Some services write account numbers as numbers. */
function textOf(value: Json | undefined): string | null {
  return typeof value === 'number' ? String(value).padStart(12, '0') : asText(value);
}
