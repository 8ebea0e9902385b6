import type { Json } from '../event/aws-event';
import { isObject } from '../event/json-field';

/** JSON text without spaces and with sorted names: equal values give equal text, however their files were laid out. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`);
  return `{${fields.join(',')}}`;
}
