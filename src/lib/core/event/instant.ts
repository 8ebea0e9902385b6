import type { EpochMs, Json } from './aws-event';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `2019-01-02 12:45:06.000`, with or without a zone: RDS notices, Athena rows. */
const SPACED = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(Z|UTC|[+-]\d{2}:?\d{2})?$/;
/** `10/Oct/2000:13:55:36 -0700`: the common log format. */
const COMMON_LOG = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2}):?(\d{2})$/;
/** `Wed, 5 Jun 2016 05:01:10 GMT`: RFC 5322, as Health and HTTP write it. */
const MAIL =
  /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}:\d{2}:\d{2})(?: (?:GMT|UTC))?$/;
/** `Wed Aug 10 18:31:25 UTC 2016`: CodeDeploy and Elastic Beanstalk notices. */
const UNIX_DATE =
  /^(?:[A-Za-z]{3} )?([A-Za-z]{3}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC) (\d{4})$/;
const MAX_CHARS = 64;
/** An epoch in seconds stays below this until the year 5138; one in milliseconds is above it since 1973. */
const SECONDS_BELOW = 1e11;
/** The language's dates end here. */
const MAX_EPOCH_MS: EpochMs = 8.64e15;

/**
 * An instant as ISO 8601 in UTC, from any of the ways in which AWS writes one: ISO, an epoch in seconds or
 * milliseconds (number or digits), the common log format, mail and Unix dates. Null where the value is none.
 */
export function isoInstant(value: Json | undefined): string | null {
  if (typeof value === 'number') return isoOfEpoch(value);
  if (typeof value !== 'string' || value.length > MAX_CHARS) return null;
  const text = value.trim();
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return isoOfEpoch(Number(text));
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text : isoOfWords(text);
}

function isoOfEpoch(epoch: number): string | null {
  const ms = epoch < SECONDS_BELOW ? epoch * 1000 : epoch;
  return ms >= 0 && ms <= MAX_EPOCH_MS ? new Date(ms).toISOString() : null;
}

function isoOfWords(text: string): string | null {
  const spaced = SPACED.exec(text);
  if (spaced) return `${spaced[1] ?? ''}T${spaced[2] ?? ''}${zoneOf(spaced[3])}`;
  const log = COMMON_LOG.exec(text);
  if (log) return isoOfParts(log[3], log[2], log[1], log[4], `${log[5] ?? ''}:${log[6] ?? ''}`);
  const mail = MAIL.exec(text);
  if (mail) return isoOfParts(mail[3], mail[2], mail[1], mail[4], 'Z');
  const unix = UNIX_DATE.exec(text);
  return unix ? isoOfParts(unix[4], unix[1], unix[2], unix[3], 'Z') : null;
}

function zoneOf(zone: string | undefined): string {
  return zone === undefined || zone === 'UTC' ? 'Z' : zone;
}

function isoOfParts(year = '', name = '', day = '', clock = '', zone = ''): string | null {
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}${zone}`;
}
