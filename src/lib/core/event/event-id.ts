import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json } from './aws-event';

const MAX_ID_CHARS = 256;
const DIGEST_CHARS = 32;
/** How writers of documentation stand in for an id. */
const PLACEHOLDER = /^(?:(?:cwe[-_ ]?)?event[-_ ]?id|id|none|null|uuid|[0-9a-f-]+EXAMPLE)$/i;

/** The id that an event carries, or null where it is absent, endless or a placeholder. */
export function readEventId(value: Json | undefined): string | null {
  if (typeof value !== 'string' || value.length > MAX_ID_CHARS) return null;
  return value.trim() === '' || PLACEHOLDER.test(value) ? null : value;
}

/** A digest of what was delivered, so that a redelivery has the same id: 128 bits of SHA-256 in hexadecimal. */
export function digestId(delivered: Json): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(delivered)))).slice(0, DIGEST_CHARS);
}
