import { invalid } from './refusal';

/** Longest payload that is read, in characters of JSON; the largest that means anything is a tenth of it. */
const MAX_PAYLOAD_CHARS = 16_384;

/** A payload's fields, all of them known by name; their values are still to be distrusted. */
export type Fields = ReadonlyMap<string, unknown>;

/**
 * The fields of a payload.
 *
 * @param known the names that may occur; any other is refused, so that a misspelt field is never silently without effect.
 */
export function readFields(payload: unknown, known: readonly string[]): Fields {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw invalid('The call carries no object.', 'Send a JSON object.');
  if ((JSON.stringify(payload) ?? '').length > MAX_PAYLOAD_CHARS)
    throw invalid('The call is too long.', `Send at most ${MAX_PAYLOAD_CHARS} characters.`);
  const fields = new Map(Object.entries(payload));
  const foreign = [...fields.keys()].find((name) => !known.includes(name));
  if (foreign !== undefined)
    throw invalid(
      `The field ${JSON.stringify(foreign.slice(0, 40))} is not known.`,
      known.length > 0 ? `Known fields: ${known.join(', ')}.` : 'This call has no fields.',
    );
  return fields;
}

/** Control characters, and those that turn the direction of what is written after them. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Text of one line, trimmed, of 1 to `maxChars` characters. */
export function readLine(fields: Fields, name: string, maxChars: number): string {
  const value = fields.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > maxChars || UNPRINTABLE.test(text))
    throw invalid(
      `The field ${name} is not a line of text.`,
      `Give it 1 to ${maxChars} characters, without control characters.`,
    );
  return text;
}

/** A whole number from `least` to `most`. */
export function readWhole(fields: Fields, name: string, least: number, most: number): number {
  const value = fields.get(name);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw invalid(
      `The field ${name} is not within its bounds.`,
      `Give a whole number from ${least} to ${most}.`,
    );
  return value;
}

/** One of the given words. */
export function readWord<T extends string>(fields: Fields, name: string, words: readonly T[]): T {
  const value = fields.get(name);
  const word = words.find((known) => known === value);
  if (word === undefined)
    throw invalid(`The field ${name} has no known value.`, `Give one of: ${words.join(', ')}.`);
  return word;
}

/** A list of at most `maxItems` texts, each accepted by `fits`, none twice. */
export function readList<T extends string>(
  value: unknown,
  name: string,
  maxItems: number,
  fits: (item: string) => item is T,
): readonly T[] {
  const items: readonly unknown[] | null = Array.isArray(value) ? value : null;
  if (items === null || items.length > maxItems)
    throw invalid(`The field ${name} is not a list.`, `Give a list of at most ${maxItems}.`);
  const texts = items.filter((item): item is T => typeof item === 'string' && fits(item));
  if (texts.length !== items.length)
    throw invalid(`The list ${name} holds what it may not.`, 'Leave out what is not allowed.');
  return [...new Set(texts)];
}
