import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toCaller, tokenVerifier } from './verify-token';

const POOL = 'us-east-1_AbCdEfGhI';
const CLIENT = 'client-of-the-page';
const SUB = '01234567-89ab-4cde-8f01-23456789abcd';

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' };
const verify = tokenVerifier(POOL, CLIENT, { keys: [jwk] } as never);

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function token(change: object = {}, header: object = {}, key: KeyObject = ours.privateKey) {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = {
    sub: SUB,
    email: 'ada@example.com',
    'cognito:groups': ['owner'],
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`,
    aud: CLIENT,
    token_use: 'id',
    iat: nowSeconds,
    exp: nowSeconds + 3600,
    ...change,
  };
  const signed = `${encoded({ alg: 'RS256', kid: 'k', ...header })}.${encoded(claims)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(key).toString('base64url');
  return `${signed}.${signature}`;
}

describe('an ID token', () => {
  it('names the caller when everything in it is right', async () => {
    const caller = { sub: SUB, email: 'ada@example.com', groups: ['owner'] };
    expect(await verify(token())).toEqual(caller);
  });

  it.each([
    ['expired', () => token({ exp: 1_700_000_000 })],
    ['for another client', () => token({ aud: 'another' })],
    ['of another pool', () => token({ iss: `https://cognito-idp.us-east-1.amazonaws.com/x_y` })],
    ['an access token', () => token({ token_use: 'access', client_id: CLIENT })],
    ['signed by somebody else', () => token({}, {}, theirs.privateKey)],
    ['not signed', () => `${token({}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`],
    ['said to be signed by a shared secret', () => token({}, { alg: 'HS256' })],
    ['changed', () => token().replace(/\.[^.]+\./, `.${encoded({ sub: SUB })}.`)],
    ['no token', () => 'x.y.z'],
  ])('is refused when it is %s', async (_, make) => {
    await expect(verify(make())).rejects.toThrow();
  });
});

describe('the claims of a verified token', () => {
  it('name the caller', () => {
    const claims = { sub: SUB, email: 'ada@example.com', 'cognito:groups': ['owner', 7] };
    const caller = { sub: SUB, email: 'ada@example.com', groups: ['owner'] };
    expect(toCaller(claims)).toEqual(caller);
    expect(toCaller({ sub: SUB })).toEqual({ sub: SUB, email: '', groups: [] });
  });

  it('must hold a sub that may stand in names and policies', () => {
    for (const wrong of [undefined, '', '*', `${SUB}*`, `${SUB}\n`, SUB.toUpperCase(), 'eu:x', 7])
      expect(() => toCaller({ sub: wrong })).toThrow('names nobody');
    expect(() => toCaller({ sub: SUB, 'cognito:groups': 'owner' })).toThrow('no list');
  });
});
