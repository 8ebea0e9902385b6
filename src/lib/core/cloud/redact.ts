import type { AwsEvent, JsonObject, Outcome } from '../event/aws-event';
import { plainText } from '../event/plain-text';
import { REDACTED_VERSION } from '../event/redacted';

/** A keyed digest of a text: hexadecimal digits, small, at least 32 of them (HMAC-SHA256 gives 64). */
export type Digest = (text: string) => Promise<string>;

/** What the owner hears of an event. */
export interface Heard {
  readonly outcome: Outcome;
  /** The name that gives the event its identity; only its digest leaves the page. */
  readonly key: string;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
/** No source or detail-type of AWS is half as long; the longest that EventBridge takes of others are 256 and 128. */
const MAX_NAME_CHARS = 256;
/** No XML may hold these, and SNS refuses a batch for them. */
const NONCHARACTERS = /[\uFFFE\uFFFF]/g;
const KEY_DIGITS = 8;
const ID_DIGITS = 32;

/**
 * The body of the redacted event, in EventBridge's shape: id, time, source, detail-type, Region, outcome, and the key
 * as a digest. No other field of the event, and nothing derived from one, is in it. An id stays as it is where it is a
 * UUID that came with the event; one that we made up from the body, or that may say something, is a digest too.
 */
export async function redact(event: AwsEvent, heard: Heard, digest: Digest): Promise<JsonObject> {
  const [key, id] = await Promise.all([digest(`key:${heard.key}`), idOf(event, digest)]);
  return {
    version: '0',
    id,
    time: new Date(event.time).toISOString(),
    source: nameOf(event.source),
    'detail-type': nameOf(event.detailType),
    account: '',
    region: REGION.test(event.region) ? event.region : '',
    resources: [key.slice(0, KEY_DIGITS)],
    detail: { redacted: REDACTED_VERSION, outcome: heard.outcome },
  };
}

async function idOf({ id, mended }: AwsEvent, digest: Digest): Promise<string> {
  if (UUID.test(id) && !mended.includes('id')) return id.toLowerCase();
  return (await digest(`id:${id}`)).slice(0, ID_DIGITS);
}

/** A source or a detail-type is never empty in EventBridge's shape. */
function nameOf(text: string): string {
  return plainText(text.replace(NONCHARACTERS, ' '), MAX_NAME_CHARS) || 'unknown';
}
