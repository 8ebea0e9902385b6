import { describe, expect, it } from 'vitest';
import { challenge, isPassword, isProven, verifierOf } from './password-verifier';
import { G, N, numberIn, powerModN } from './srp-group';

const SUBJECT = { poolName: 'LocalPool', username: '0f0e0d0c-0000-4000-8000-000000000000' };

describe('the group', () => {
  it('has a prime of 3072 bits, and a generator whose powers come back', () => {
    expect(N.toString(2)).toHaveLength(3_072);
    expect(powerModN(G, N - 1n)).toBe(1n);
  });

  it('reads an empty buffer as zero', () => {
    expect(numberIn(Buffer.alloc(0))).toBe(0n);
  });
});

describe('a password verifier', () => {
  const kept = verifierOf(SUBJECT, 'a long pass phrase');

  it('tells the password from another one, and says nothing of it', () => {
    expect(isPassword(SUBJECT, 'a long pass phrase', kept)).toBe(true);
    expect(isPassword(SUBJECT, 'a long pass phrasf', kept)).toBe(false);
    expect(JSON.stringify([kept.salt.toString(), kept.verifier.toString()])).not.toContain('pass');
  });

  it('has a new salt each time', () => {
    expect(verifierOf(SUBJECT, 'a long pass phrase').salt).not.toBe(kept.salt);
  });

  it('refuses a public value with which anyone would know the secret', () => {
    expect(challenge(kept, 0n)).toBeNull();
    expect(challenge(kept, N * 2n)).toBeNull();
  });

  it('takes no signature that does not come of the password', () => {
    const given = challenge(kept, 12_345n);
    expect(given).not.toBeNull();
    if (given === null) return;
    const signature = Buffer.alloc(32).toString('base64');
    expect(isProven(given, SUBJECT, 'now', signature)).toBe(false);
    expect(isProven(given, SUBJECT, 'now', 'short')).toBe(false);
  });
});
