import type { Json, Outcome } from '../aws-event';

/** A three-digit HTTP status, as a number or as text: 5xx is an error, 4xx a warning, 2xx a success; else null. */
export function classifyHttpStatus(value: Json | undefined): Outcome | null {
  if (typeof value === 'string' && value.length !== 3) return null;
  const status = typeof value === 'string' ? Number(value) : value;
  if (typeof status !== 'number' || !Number.isInteger(status)) return null;
  if (status >= 500 && status <= 599) return 'error';
  if (status >= 400 && status <= 499) return 'warning';
  return status >= 200 && status <= 299 ? 'success' : null;
}
