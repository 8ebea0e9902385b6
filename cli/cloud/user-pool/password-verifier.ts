import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  bytesOf,
  G,
  MULTIPLIER,
  N,
  numberIn,
  powerModN,
  scrambler,
  sha256,
  signingKey,
} from './srp-group';

/** What a pool keeps of a password: enough to check it by SRP, and not the password. */
export interface PasswordVerifier {
  readonly salt: bigint;
  readonly verifier: bigint;
}

/** Whom a proof is about: the pool's id after its underscore, and the person's name in the pool. */
export interface Subject {
  readonly poolName: string;
  readonly username: string;
}

/** The server's side of one sign-in, between the challenge and its answer. */
export interface Challenge {
  readonly clientPublic: bigint;
  readonly serverSecret: bigint;
  readonly serverPublic: bigint;
  readonly block: Buffer;
  readonly kept: PasswordVerifier;
}

function verifierUnder(salt: bigint, { poolName, username }: Subject, password: string): bigint {
  const inner = sha256(`${poolName}${username}:${password}`);
  return powerModN(G, numberIn(sha256(bytesOf(salt), inner)));
}

/** A new salt, and the verifier of the password under it. */
export function verifierOf(subject: Subject, password: string): PasswordVerifier {
  const salt = numberIn(randomBytes(16));
  return { salt, verifier: verifierUnder(salt, subject, password) };
}

/** Whether a password that was sent itself is the one that is kept. */
export function isPassword(subject: Subject, password: string, kept: PasswordVerifier): boolean {
  return verifierUnder(kept.salt, subject, password) === kept.verifier;
}

/**
 * Answers a client's public value; null where that value is a multiple of the group's prime, with which anyone
 * would know the secret (RFC 5054, section 2.5.4).
 */
export function challenge(kept: PasswordVerifier, clientPublic: bigint): Challenge | null {
  if (clientPublic % N === 0n) return null;
  const serverSecret = numberIn(randomBytes(32));
  const serverPublic = (MULTIPLIER * kept.verifier + powerModN(G, serverSecret)) % N;
  return { clientPublic, serverSecret, serverPublic, block: randomBytes(64), kept };
}

/** Whether the client's signature shows that it knows the password. */
export function isProven(
  { clientPublic, serverSecret, serverPublic, block, kept }: Challenge,
  { poolName, username }: Subject,
  timestamp: string,
  signature: string,
): boolean {
  const u = scrambler(clientPublic, serverPublic);
  const secret = powerModN((clientPublic * powerModN(kept.verifier, u)) % N, serverSecret);
  const due = createHmac('sha256', signingKey(secret, u))
    .update(poolName)
    .update(username)
    .update(block)
    .update(timestamp)
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === due.length && timingSafeEqual(given, due);
}
