import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError } from 'aws-jwt-verify/error';
import type { Caller } from './context';

type Jwks = Parameters<ReturnType<typeof CognitoJwtVerifier.create>['cacheJwks']>[0];

/** The pool's keys could not be had: that is no fault of the token's. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
  readonly resolution = 'Try again; the keys are fetched anew.';
}

/**
 * Verifies ID tokens of one pool and client: signature, issuer, audience, use and time. The pool's keys are
 * fetched once, and kept for as long as the function stays warm.
 *
 * @param jwks the pool's public keys, where they are known already.
 */
export function tokenVerifier(
  userPoolId: string,
  clientId: string,
  jwks?: Jwks,
): (idToken: string) => Promise<Caller> {
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id' });
  if (jwks !== undefined) verifier.cacheJwks(jwks);
  return async (idToken) => {
    try {
      return toCaller(await verifier.verify(idToken));
    } catch (error) {
      if (error instanceof FetchError) throw new KeysUnavailable(error.message);
      throw error;
    }
  };
}

/** The caller that a verified token names; throws where a claim is not what Cognito gives. */
export function toCaller(claims: Readonly<Record<string, unknown>>): Caller {
  const { sub, email, 'cognito:groups': groups = [] } = claims;
  if (typeof sub !== 'string' || !SUB.test(sub)) throw new TypeError('the token names nobody');
  if (!Array.isArray(groups)) throw new TypeError('the groups of the token are no list');
  return {
    sub,
    email: typeof email === 'string' ? email : '',
    groups: groups.filter((group): group is string => typeof group === 'string'),
  };
}

/** A `sub` stands in names of queues and topics, and in policies. */
const SUB = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
