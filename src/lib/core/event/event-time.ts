import type { EpochMs, Json } from './aws-event';

const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const YEAR_2100: EpochMs = Date.UTC(2100, 0, 1);

/** An ISO 8601 instant from 1970 to 2099 in milliseconds; null for placeholders, nonsense and absent times. */
export function readEventTime(value: Json | undefined): EpochMs | null {
  if (typeof value !== 'string' || !ISO_8601.test(value)) return null;
  const time = Date.parse(withColon(value));
  return time >= 0 && time < YEAR_2100 ? time : null;
}

/** CloudWatch writes offsets as `+0000`, which the language's own date format does not know. */
function withColon(text: string): string {
  if (text.endsWith('Z')) return text;
  return /[+-]\d{4}$/.test(text) ? `${text.slice(0, -2)}:${text.slice(-2)}` : text;
}
