/** The server's own time stands first in the parentheses; the other two are the request's and the limit. */
const TOLD =
  /signature (?:expired|not yet current).*\((\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z [-+] /i;

/**
 * The time of the server that refused a signature for its age. Its message names it: "Signature expired:
 * 20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)", or "not yet current … (… + 5
 * min.)". A page may not read the answer's Date header where the server does not expose it to other origins.
 *
 * @returns milliseconds since 1970; null where the message names no time.
 */
export function serverTimeIn(message: string): number | null {
  const [, ...parts] = TOLD.exec(message) ?? [];
  if (parts.length === 0) return null;
  const [year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}
