import { createHash, timingSafeEqual } from 'node:crypto';
import type { FunctionContext } from '../context';

/**
 * 192 bits: at a billion tries a second it takes 10^41 years to find one of a million live links. In base64url, 32
 * characters, so that it stands in an address as it is.
 */
const TOKEN_BYTES = 24;

export const newToken = (context: FunctionContext): string =>
  Buffer.from(context.random(TOKEN_BYTES)).toString('base64url');

/** What is kept of a token or a secret. They are random throughout, so one plain hash hides them. */
export const digestOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one with this digest, in a time that tells nothing. */
export function isSecretOf(secret: string, digest: string): boolean {
  const [given, kept] = [Buffer.from(digestOf(secret)), Buffer.from(digest)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** Sixteen hexadecimal digits. */
export const newShareId = (context: FunctionContext): string =>
  Buffer.from(context.random(8)).toString('hex');

/**
 * The id of a listener: sixteen hexadecimal digits of their own, then the share's. So a queue's name alone tells
 * which share it belongs to, and the sweep finds out whether anybody still sits there.
 */
export const newListenerId = (context: FunctionContext, shareId: string): string =>
  `${Buffer.from(context.random(8)).toString('hex')}${shareId}`;

export const shareIdOf = (listener: string): string => listener.slice(16);
