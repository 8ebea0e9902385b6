import { createHash, getDiffieHellman, hkdfSync } from 'node:crypto';

/** A number as bytes, with a zero before a first byte that would read as a sign. */
export function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 1 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

export const numberIn = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`);

/** The prime of the 3072-bit group of RFC 5054 (appendix A), which is that of RFC 3526 (group 15). Cognito uses it. */
export const N = numberIn(getDiffieHellman('modp15').getPrime());
export const G = 2n;

export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** `base ** exponent mod N`. */
export function powerModN(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

/** SRP-6a's multiplier: the hash of the group. */
export const MULTIPLIER = numberIn(sha256(bytesOf(N), bytesOf(G)));

/** The hash of both public values. */
export const scrambler = (clientPublic: bigint, serverPublic: bigint): bigint =>
  numberIn(sha256(bytesOf(clientPublic), bytesOf(serverPublic)));

/** The 16 bytes that sign the answer to the challenge, by HKDF (RFC 5869) with Cognito's own words as its purpose. */
export const signingKey = (secret: bigint, u: bigint): Buffer =>
  Buffer.from(hkdfSync('sha256', bytesOf(secret), bytesOf(u), 'Caldera Derived Key', 16));
