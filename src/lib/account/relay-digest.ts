import type { Digest } from '$lib/core/cloud/redact';

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/**
 * HMAC-SHA256 (RFC 2104, FIPS 180-4) with a salt, by the browser's own Web Crypto: 64 hexadecimal digits.
 *
 * @param salt in hexadecimal
 */
export function hmacDigest(salt: string): Digest {
  const key = crypto.subtle.importKey('raw', bytesOf(salt), HMAC, false, ['sign']);
  return async (text) => {
    const signature = await crypto.subtle.sign(
      HMAC.name,
      await key,
      new TextEncoder().encode(text),
    );
    return Array.from(new Uint8Array(signature), (b) => b.toString(16).padStart(2, '0')).join('');
  };
}
