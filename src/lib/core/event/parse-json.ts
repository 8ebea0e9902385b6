import type { Json } from './aws-event';

/** An SQS message carries at most 1 MiB, so no longer body is genuine. */
export const MAX_BODY_CHARS = 1_048_576;
/** AWS events nest some fifteen levels; deeper input is an attack on whatever walks it. */
export const MAX_DEPTH = 100;

/**
 * One bracket for every ten characters of the longest body: even attributes of DynamoDB, the densest that AWS writes,
 * are wider apart, and half a million empty objects take longer to parse and to forget than to count.
 */
export const MAX_OPENED = 100_000;

/** What any JSON begins with; an error thrown for each line of plain words would cost more than reading it. */
const STARTS_JSON = /^\s*[[{"\d\-tfn]/;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Their closing counterparts lie two further on. */
const BRACE = 0x7b;
const BRACKET = 0x5b;

/** A parsed value, or the reason in words for a person why there is none. */
export type Parsed = { readonly value: Json } | { readonly reason: string };

/** Parses the text of a message. Total: never throws, and bounds length and depth. */
export function parseJson(text: string): Parsed {
  if (text.length > MAX_BODY_CHARS)
    return { reason: 'The body is larger than the 1 MiB that SQS can carry.' };
  const bare = withoutByteOrderMark(text);
  if (!STARTS_JSON.test(bare)) return { reason: reasonNotJson(bare.trimStart()) };
  const refusal = opensAtMost(bare, MAX_DEPTH) ? null : reasonNotToParse(bare);
  if (refusal !== null) return { reason: refusal };
  try {
    return { value: JSON.parse(bare) as Json };
  } catch {
    return { reason: reasonNotJson(bare.trimStart()) };
  }
}

/** The text without the byte order mark that some editors and downloads put first. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Whether a JSON value holds at most `levels` objects or arrays inside one another. */
export function nestsWithin(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  const fields = value as Readonly<Record<string, Json>>;
  for (const name in fields) if (!nestsWithin(fields[name] as Json, levels - 1)) return false;
  return true;
}

/** Whether a text has no more brackets than `most`, and so cannot nest deeper: a cheap answer for nearly every body. */
function opensAtMost(text: string, most: number): boolean {
  let left = most;
  for (const bracket of '{[')
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1))
      if (--left < 0) return false;
  return true;
}

/** Counts brackets outside of strings, before a parser has to keep them all open, or all of what they hold. */
function reasonNotToParse(text: string): string | null {
  let open = 0;
  let opened = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) inString = !inString;
    else if (inString) at += char === BACKSLASH ? 1 : 0;
    else if (char === BRACE || char === BRACKET) {
      if (++open > MAX_DEPTH)
        return `The JSON is nested more than ${String(MAX_DEPTH)} levels deep.`;
      if (++opened > MAX_OPENED)
        return 'The JSON holds more objects and lists than any event does.';
    } else if (char === BRACE + 2 || char === BRACKET + 2) open--;
  }
  return null;
}

/** Whether a text sets out to be an object, a list or markup, rather than words: `[ERROR] no disk` is words. */
export function looksLikeDocument(text: string): boolean {
  return /^\uFEFF?\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$)|<)/.test(text);
}

function reasonNotJson(text: string): string {
  if (text === '') return 'The body is empty.';
  if (text.startsWith('<')) return 'The body is markup (HTML or XML), not JSON.';
  if (looksLikeDocument(text)) return 'The JSON is cut off or damaged.';
  return 'The body is plain text, not JSON.';
}
