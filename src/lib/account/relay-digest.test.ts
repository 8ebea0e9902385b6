import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hmacDigest } from './relay-digest';
import { saltOf, type SaltStore } from './relay-salt';

function memory(): SaltStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (n, v) => void kept.set(n, v),
  };
}

describe('the digest of a key', () => {
  it('is HMAC-SHA256 with the salt', async () => {
    const salt = saltOf(null, 'mira');
    const expected = createHmac('sha256', Buffer.from(salt, 'hex')).update('key:ö').digest('hex');
    expect(await hmacDigest(salt)('key:ö')).toBe(expected);
  });
});

describe('the salt', () => {
  it('has 256 bits, is kept, and is each person’s own', () => {
    const store = memory();
    const salt = saltOf(store, 'mira');
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    expect(saltOf(store, 'mira')).toBe(salt);
    expect(saltOf(store, 'jo')).not.toBe(salt);
  });

  it('is made anew where what was kept is none', () => {
    const store = memory();
    store.kept.set('aws-musical-event:salt:mira', '');
    expect(saltOf(store, 'mira')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('lasts as long as the page where the browser refuses its store', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(saltOf({ getItem: refuse, setItem: refuse }, 'mira')).toMatch(/^[0-9a-f]{64}$/);
  });
});
