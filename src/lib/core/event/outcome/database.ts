import type { JsonObject, Outcome } from '../aws-event';
import { asText, fieldOf, listOf, textField } from '../json-field';
import { statusFields } from './status-fields';
import { classifyStatusWord } from './status-word';
import { gravest, verdictOf, type OutcomeRule, type Verdict } from './verdict';

/** Categories of RDS, Redshift, DMS and their kin (their user guides, event categories), in small letters. */
const CATEGORIES = new Map<string, Outcome>([
  ['failure', 'error'],
  ['low storage', 'warning'],
  ['lowstorage', 'warning'],
  ['failover', 'warning'],
]);
/**
 * RDS events that tell something else than their category does, or whose category takes no side (RDS user guide,
 * event categories and messages): upgrades and exports that failed or were given up, replication that stopped, keys that are out of reach, recoveries.
 */
const IDS: Readonly<Record<Exclude<Outcome, 'neutral'>, string>> = {
  error: `0022 0067 0069 0159 0162 0202 0221 0231 0270 0320 0327 0412 0419`,
  warning: `0020 0026 0045 0048 0052 0055 0056 0057 0061 0066 0084 0086 0157 0158 0160 0163 0174 0189 0190 0219 0220 0222 0224
    0225 0237 0275 0330 0331 0358 0361 0403 0404 0425 0429`,
  success: '0021 0046 0053 0362 0420',
};
const BY_ID = new Map(
  Object.entries(IDS).flatMap(([outcome, ids]) =>
    ids.split(/\s+/).map((id): [string, Outcome] => [`RDS-EVENT-${id}`, outcome as Outcome]),
  ),
);
const SEVERITIES = new Map<string, Outcome>([
  ['ERROR', 'error'],
  ['CRITICAL', 'error'],
  ['WARNING', 'warning'],
]);
/** What notices in plain words say of a database that works and soon may not. */
const WORRYING =
  /\bfailover\b|\b(?:is|are|running|critically|dangerously|too) low\b|\bdegraded\b|\bapproaching\b|\bthrottled\b/i;
/** It has not failed. */
const FAILED_OVER = /\bfailed over\b/i;
const MAX_MESSAGE_CHARS = 160;

/** An event of a database tells by its id, else its categories, severity, state and words, in this order. */
export const database: OutcomeRule = (envelope, detail) =>
  byId(detail) ??
  byCategories(detail) ??
  bySeverity(detail) ??
  statusFields(envelope, detail) ??
  byMessage(detail);

function byId(detail: JsonObject): Verdict | null {
  return verdictOf(BY_ID.get(textField(detail, 'EventID') ?? '') ?? null, 'detail.EventID');
}

function byCategories(detail: JsonObject): Verdict | null {
  const verdicts = ['EventCategories', 'eventCategories', 'category'].flatMap((name) => {
    const value = fieldOf(detail, name);
    const categories = typeof value === 'string' ? [value] : listOf(value);
    return categories.map((one) =>
      verdictOf(CATEGORIES.get(asText(one)?.toLowerCase() ?? '') ?? null, `detail.${name}`),
    );
  });
  return gravest([...verdicts, byUsedUpStorage(detail)]);
}

const USED_UP = /\b(?:storage|disk space)\b.{0,60}\b(?:exhausted|consumed|full)\b/i;

/** Storage that runs low is a warning; without any left, the database stands still. */
function byUsedUpStorage(detail: JsonObject): Verdict | null {
  const message = (textField(detail, 'Message') ?? '').slice(0, MAX_MESSAGE_CHARS);
  return verdictOf(USED_UP.test(message) ? 'error' : null, 'detail.Message');
}

function bySeverity(detail: JsonObject): Verdict | null {
  const severity = textField(detail, 'Severity')?.toUpperCase() ?? '';
  return verdictOf(SEVERITIES.get(severity) ?? null, 'detail.Severity');
}

/** What went well is routine for a database: words of success take no side. */
function byMessage(detail: JsonObject): Verdict | null {
  const message = (textField(detail, 'Message') ?? '')
    .slice(0, MAX_MESSAGE_CHARS)
    .replace(FAILED_OVER, 'failover');
  const told = classifyStatusWord(message.slice(0, 80));
  if (told === 'error') return { outcome: told, field: 'detail.Message' };
  const worrying = told === 'warning' || WORRYING.test(message);
  return verdictOf(worrying ? 'warning' : null, 'detail.Message');
}

/** ElastiCache events that work as they should, and still are a warning: nodes that are or will be replaced. */
const CACHE_WARNS = /failover|scheduled|replacestarted/i;
const CACHE_NEUTRAL = /(?:canceled|rescheduled)$|updateavailable/i;

/** An ElastiCache notice tells in the name of its event. */
export const cache: OutcomeRule = (envelope, detail) => {
  const event = textField(detail, 'event');
  if (event === null) return statusFields(envelope, detail);
  const told = classifyStatusWord(event);
  if (told === 'error') return { outcome: told, field: 'detail.event' };
  if (CACHE_NEUTRAL.test(event)) return null;
  return verdictOf(CACHE_WARNS.test(event) ? 'warning' : told, 'detail.event');
};
