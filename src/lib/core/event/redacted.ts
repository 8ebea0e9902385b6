import type { JsonObject, Outcome } from './aws-event';
import { fieldOf, isObject, listOf } from './json-field';

/** Marks the detail of a redacted event, and tells the version of its shape. */
export const REDACTED_VERSION = 1;

/** The digest that stands for the key: eight hexadecimal digits, small. */
const KEY_DIGEST = /^[0-9a-f]{8}$/;

const OUTCOMES: ReadonlySet<unknown> = new Set<Outcome>(['success', 'neutral', 'warning', 'error']);

/** What is left of an event in a shared feed, beside its id, time, source, detail-type and Region. */
export interface RedactedFacts {
  readonly outcome: Outcome;
  /** The same resource gives the same digest, as long as the owner's salt is the same. */
  readonly key: string;
}

/**
 * What a redacted event tells; null for any other event. The shape is exact: a detail of the version and the outcome
 * and no other field, and one digest as the only resource. An event that has it by chance, or by design, tells of
 * itself what it could tell in other fields as well.
 */
export function redactedFacts(envelope: JsonObject): RedactedFacts | null {
  const detail = fieldOf(envelope, 'detail');
  if (!isObject(detail) || Object.keys(detail).length !== 2) return null;
  if (fieldOf(detail, 'redacted') !== REDACTED_VERSION) return null;
  const [key, ...more] = listOf(fieldOf(envelope, 'resources'));
  if (typeof key !== 'string' || !KEY_DIGEST.test(key) || more.length > 0) return null;
  const outcome = fieldOf(detail, 'outcome');
  return OUTCOMES.has(outcome) ? { outcome: outcome as Outcome, key } : null;
}
