import type { AwsEvent, EpochMs, Json, Reading, Unreadable } from './aws-event';
import { isObject } from './json-field';
import { makeEvent } from './make-event';
import { parseJson } from './parse-json';
import type { Found } from './shape/shape';
import { SHAPES } from './shape/shapes';

const MAX_HEAD_CHARS = 200;
/** An event may lie in an SNS message in an SQS record in a batch; nothing genuine wraps deeper than this. */
const MAX_WRAPS = 8;
/** More parts than events fit into 1 MiB; the rest of a longer list counts as one unreadable part. */
const MAX_PARTS = 5_000;

interface Pass {
  readonly receivedAt: EpochMs;
  readonly events: AwsEvent[];
  readonly unreadable: Unreadable[];
}

/**
 * Reads the text of one message into events. Total: whatever the text, it returns, and the two lists account
 * for everything in it. `receivedAt` stands in for an event time that is absent or nonsense.
 */
export function readBody(text: string, receivedAt: EpochMs): Reading {
  const pass: Pass = { receivedAt, events: [], unreadable: [] };
  readText(text, 0, pass);
  return { events: pass.events, unreadable: pass.unreadable };
}

function readText(text: string, wraps: number, pass: Pass): void {
  const parsed = parseJson(text);
  if ('reason' in parsed) refuse(parsed.reason, text, pass);
  else readValue(parsed.value, wraps, pass);
}

function readValue(value: Json, wraps: number, pass: Pass): void {
  const found = recognise(value);
  if ('envelope' in found) pass.events.push(makeEvent(found.envelope, pass.receivedAt));
  else if ('reason' in found) refuse(found.reason, value, pass);
  else if (wraps === MAX_WRAPS) refuse('Too many envelopes lie inside one another.', value, pass);
  else if ('body' in found) readText(found.body, wraps + 1, pass);
  else readParts(found.parts, wraps + 1, pass);
}

function readParts(parts: readonly Json[], wraps: number, pass: Pass): void {
  if (parts.length === 0) refuse('The list of events is empty.', parts, pass);
  for (const part of parts.slice(0, MAX_PARTS)) readValue(part, wraps, pass);
  const left = parts.length - MAX_PARTS;
  if (left > 0)
    refuse(`${String(left)} more parts follow, too many for one message.`, parts[MAX_PARTS], pass);
}

function recognise(value: Json): Found {
  if (typeof value === 'string') return { body: value };
  if (Array.isArray(value)) return { parts: value as readonly Json[] };
  if (!isObject(value)) return { reason: `A lone ${nameOf(value)} is no event.` };
  for (const shape of SHAPES) {
    const found = shape(value);
    if (found !== null) return found;
  }
  return { reason: 'This JSON has none of the shapes in which AWS delivers events.' };
}

function nameOf(value: Json): string {
  return value === null ? 'null' : typeof value;
}

function refuse(reason: string, what: Json | undefined, pass: Pass): void {
  const text = typeof what === 'string' ? what : JSON.stringify(what ?? null);
  pass.unreadable.push({ reason, head: text.slice(0, MAX_HEAD_CHARS) });
}
