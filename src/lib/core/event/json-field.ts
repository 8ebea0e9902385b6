import type { Json, JsonObject } from './aws-event';

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own field; undefined for an inherited name such as `constructor`, and for anything that is no object. */
export function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The value at a path of own fields; a number steps into an array. */
export function valueAt(
  value: Json | undefined,
  path: readonly (string | number)[],
): Json | undefined {
  let here = value;
  for (const step of path)
    here = typeof step === 'number' ? elementOf(here, step) : fieldOf(here, step);
  return here;
}

/** An object's own field where it holds text that is not blank, trimmed; else null. */
export function textField(value: Json | undefined, name: string): string | null {
  return asText(fieldOf(value, name));
}

/** Text that is not blank, trimmed; else null. */
export function asText(value: Json | undefined): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** Longer than any name or ARN that AWS gives, and short enough to stand in each of thousands of events. */
const MAX_COPIED_CHARS = 600;

/** What a batch says once and each of its parts carries: as it is, or null where it is no text, or endless. */
export function copiedField(value: Json | undefined, name: string): string | null {
  const text = textField(value, name);
  return text === null || text.length > MAX_COPIED_CHARS ? null : text;
}

/** The elements of an array; none for anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function elementOf(value: Json | undefined, index: number): Json | undefined {
  return Array.isArray(value) ? (value as readonly Json[])[index] : undefined;
}
