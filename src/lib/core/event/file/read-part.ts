import type { HeardBody, LinkChange } from '../../score/journal';
import type { AwsEvent, EpochMs, Json, JsonObject, Outcome, Reading } from '../aws-event';
import { fieldOf, isObject, listOf, textField } from '../json-field';
import { makeEvent } from '../make-event';
import { readBody } from '../read-body';
import type { FilePart } from './file-part';

/** What came out of one part of a file. */
export interface PartReading extends Reading {
  /** From a journal: when the body was received, what was new in it, and when that was heard or why it was not. */
  readonly heard?: Omit<HeardBody, 'text'>;
  readonly link?: LinkChange;
}

const OUTCOMES: readonly Outcome[] = ['success', 'neutral', 'warning', 'error'];
const LINKS: readonly LinkChange['link'][] = ['up', 'behind', 'down'];
const HEAD_CHARS = 200;
/** Every event of a body carries its reason. */
const REASON_CHARS = 200;
const NOTHING: Reading = { events: [], unreadable: [] };

/** Reads a part of a file into events. Total, as `readBody` is; `latest` stands in for an absent event time. */
export function readPart(part: FilePart, latest: EpochMs): PartReading {
  switch (part.kind) {
    case 'body':
      return readBody(part.text, latest);
    case 'score-event':
      return readOwn(part.text, eventOfScore);
    case 'journal-body':
      return readOwn(part.text, bodyOfJournal);
    case 'journal-link':
      return readOwn(part.text, linkOfJournal);
    case 'unreadable':
      return { events: [], unreadable: [{ reason: part.reason, head: part.head }] };
    case 'seed':
      return NOTHING;
  }
}

/** Own parts are parsed without a body's bound: one holds a body of the greatest length in escapes. */
function readOwn(text: string, read: (value: JsonObject) => PartReading | null): PartReading {
  const value = parsed(text);
  const reading = isObject(value) ? read(value) : null;
  const reason = 'This part of our own export is damaged.';
  return reading ?? { events: [], unreadable: [{ reason, head: text.slice(0, HEAD_CHARS) }] };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** A Score keeps five fields of an event; the rest is gone. */
function eventOfScore(value: JsonObject): PartReading | null {
  const outcome = OUTCOMES.find((known) => known === value['outcome']);
  const source = textField(value, 'source');
  if (outcome === undefined || source === null) return null;
  const envelope: JsonObject = {
    version: '0',
    id: fieldOf(value, 'id') ?? null,
    'detail-type': textField(value, 'detailType') ?? '',
    source,
    account: '',
    time: fieldOf(value, 'time') ?? null,
    region: '',
    resources: [],
    detail: {},
  };
  const event: AwsEvent = { ...makeEvent(envelope, 0), outcome, outcomeField: null };
  return event.mended.includes('time') ? null : { events: [event], unreadable: [] };
}

function bodyOfJournal(value: JsonObject): PartReading | null {
  const text = fieldOf(value, 'text');
  const receivedAt = fieldOf(value, 'receivedAt');
  if (typeof text !== 'string' || typeof receivedAt !== 'number') return null;
  const slots = listOf(fieldOf(value, 'slots')).filter(isSlot);
  const heard = { receivedAt, slots, ...idsIn(value), ...passedIn(value) };
  return { ...readBody(text, receivedAt), heard };
}

function idsIn(value: JsonObject): Pick<HeardBody, 'ids'> {
  const ids = fieldOf(value, 'ids');
  return Array.isArray(ids) ? { ids: ids.filter((id) => typeof id === 'string') } : {};
}

function passedIn(value: JsonObject): Pick<HeardBody, 'passed'> {
  const passed = fieldOf(value, 'passed');
  return typeof passed === 'string' ? { passed: passed.slice(0, REASON_CHARS) } : {};
}

function linkOfJournal(value: JsonObject): PartReading | null {
  const slot = fieldOf(value, 'slot');
  const link = LINKS.find((known) => known === value['link']);
  return isSlot(slot) && link !== undefined ? { ...NOTHING, link: { slot, link } } : null;
}

function isSlot(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}
