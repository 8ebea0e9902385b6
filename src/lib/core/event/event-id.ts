import type { Json } from './aws-event';

const MAX_ID_CHARS = 256;
/** How writers of documentation stand in for an id. */
const PLACEHOLDER = /^(?:(?:cwe[-_ ]?)?event[-_ ]?id|id|none|null|uuid|[0-9a-f-]+EXAMPLE)$/i;
/** No placeholder is longer that does not end in EXAMPLE. */
const MAX_PLACEHOLDER_CHARS = 12;

/** The id that an event carries, or null where it is absent, endless or a placeholder. */
export function readEventId(value: Json | undefined): string | null {
  if (typeof value !== 'string' || value.length > MAX_ID_CHARS) return null;
  return isPlaceholder(value) ? null : value;
}

function isPlaceholder(id: string): boolean {
  if (id.length > MAX_PLACEHOLDER_CHARS && !/E$/i.test(id)) return id.trim() === '';
  return id.trim() === '' || PLACEHOLDER.test(id);
}

/** Odd constants with their bits well spread, one a lane. */
const LANES = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

/**
 * A digest of what was delivered, so that a redelivery has the same id: 128 bits in hexadecimal. It tells events
 * apart and guards no secret, so four multiplying lanes over the text do, at a tenth of the cost of a cryptographic
 * hash: a batch may hold thousands of events without an id.
 */
export function digestId(delivered: Json): string {
  const text = JSON.stringify(delivered);
  const [p, q, r, s] = LANES;
  let [a, b, c, d] = [text.length ^ p, q, r, s] as [number, number, number, number];
  for (let at = 0; at < text.length; at += 2) {
    const unit = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    a = Math.imul(a ^ unit, p) ^ (d >>> 15);
    b = Math.imul(b ^ unit, q) ^ (a >>> 13);
    c = Math.imul(c ^ unit, r) ^ (b >>> 16);
    d = Math.imul(d ^ unit, s) ^ (c >>> 14);
  }
  return hexOf(a ^ c) + hexOf(b ^ d) + hexOf(c) + hexOf(d);
}

/** Eight digits of a 32-bit number whose bits are mixed once more, so that the last characters of a text reach all of them. */
function hexOf(lane: number): string {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
