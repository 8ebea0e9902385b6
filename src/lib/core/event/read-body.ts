import type { AwsEvent, EpochMs, Json, JsonObject, Mended, Reading, Unreadable } from './aws-event';
import { isObject } from './json-field';
import { makeEvent } from './make-event';
import { looksLikeDocument, MAX_BODY_CHARS, parseJson } from './parse-json';
import type { Carrier, Found } from './shape/shape';
import { SHAPES } from './shape/shapes';
import { TEXT_SHAPES } from './shape/text-shapes';
import { unpack } from './unpack';

const MAX_HEAD_CHARS = 200;
/** An event may lie in an SNS message in an SQS record in a batch; nothing genuine wraps deeper than this. */
const MAX_WRAPS = 8;
/** More parts than events of a usual size fit into 1 MiB; the rest of a longer list counts as one unreadable part. */
const MAX_PARTS = 4_000;

interface Pass {
  readonly receivedAt: EpochMs;
  readonly events: AwsEvent[];
  readonly unreadable: Unreadable[];
  /** What may still be unpacked: all that a body packs is no larger than a body may be. */
  unpackableBytes: number;
}

/** How deep a value lies in others, and the message that it would be where it is no event. */
interface Place {
  readonly wraps: number;
  readonly carrier?: Carrier | undefined;
}

/**
 * Reads the text of one message into events. Total: whatever the text, it returns, and the two lists account
 * for everything in it. `receivedAt` stands in for an event time that is absent or nonsense.
 */
export function readBody(text: string, receivedAt: EpochMs): Reading {
  const pass: Pass = { receivedAt, events: [], unreadable: [], unpackableBytes: MAX_BODY_CHARS };
  readText(text, { wraps: 0 }, pass);
  return { events: pass.events, unreadable: pass.unreadable };
}

function readText(text: string, place: Place, pass: Pass): void {
  const parsed = parseJson(text);
  if ('value' in parsed) readValue(parsed.value, place, pass);
  else if (looksLikeDocument(text) || text.length > MAX_BODY_CHARS)
    refuse(parsed.reason, text, pass);
  else if (place.carrier) keep(place.carrier(text), pass);
  else readPlainText(text, parsed.reason, place, pass);
}

function readPlainText(text: string, reason: string, place: Place, pass: Pass): void {
  for (const shape of TEXT_SHAPES) {
    const found = shape(text);
    if (found !== null) {
      readFound(found, text, place, pass);
      return;
    }
  }
  refuse(reason, text, pass);
}

function readValue(value: Json, place: Place, pass: Pass): void {
  readFound(recognise(value, place.carrier), value, place, pass);
}

function readFound(found: Found, value: Json, { wraps, carrier }: Place, pass: Pass): void {
  if ('envelope' in found) keep(found.envelope, pass, found.mended);
  else if ('reason' in found) refuse(found.reason, value, pass);
  else if (wraps === MAX_WRAPS) refuse('Too many envelopes lie inside one another.', value, pass);
  else if ('parts' in found) readParts(found.parts, wraps + 1, pass);
  else {
    const place = { wraps: wraps + 1, carrier: found.carrier ?? carrier };
    if ('body' in found) readText(found.body, place, pass);
    else readPacked(found.packed, place, pass);
  }
}

function readPacked(base64: string, place: Place, pass: Pass): void {
  const unpacked = unpack(base64, pass.unpackableBytes);
  pass.unpackableBytes -= unpacked.spentBytes;
  if ('text' in unpacked) readText(unpacked.text, place, pass);
  else refuse(unpacked.reason, base64, pass);
}

function readParts(parts: readonly Json[], wraps: number, pass: Pass): void {
  if (parts.length === 0) refuse('The list of events is empty.', parts, pass);
  for (const part of parts.slice(0, MAX_PARTS)) readValue(part, { wraps }, pass);
  const left = parts.length - MAX_PARTS;
  if (left > 0)
    refuse(`${String(left)} more parts follow, too many for one message.`, parts[MAX_PARTS], pass);
}

function recognise(value: Json, carrier: Carrier | undefined): Found {
  if (typeof value === 'string') return { body: value };
  if (Array.isArray(value)) return recogniseList(value as readonly Json[], carrier);
  if (isObject(value))
    for (const shape of SHAPES) {
      const found = shape(value);
      if (found !== null) return found;
    }
  if (carrier) return { envelope: carrier(value) };
  return { reason: reasonFor(value) };
}

/** A list that a message carries is a list of events where it holds objects; else it is the message's own business. */
function recogniseList(list: readonly Json[], carrier: Carrier | undefined): Found {
  return carrier && !list.some(isObject) ? { envelope: carrier(list) } : { parts: list };
}

function reasonFor(value: Json): string {
  if (isObject(value)) return 'This JSON has none of the shapes in which AWS delivers events.';
  return `A lone ${value === null ? 'null' : typeof value} is no event.`;
}

function keep(envelope: JsonObject, pass: Pass, mended?: readonly Mended[]): void {
  pass.events.push(makeEvent(envelope, pass.receivedAt, mended));
}

function refuse(reason: string, what: Json | undefined, pass: Pass): void {
  const text = typeof what === 'string' ? what : JSON.stringify(what ?? null);
  pass.unreadable.push({ reason, head: text.slice(0, MAX_HEAD_CHARS) });
}
