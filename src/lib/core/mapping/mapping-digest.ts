import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json } from '../event/aws-event';
import { canonicalJson } from './canonical-json';

/** SHA-256 of a mapping file's canonical JSON, in hexadecimal. */
export function mappingDigest(file: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(file))));
}
