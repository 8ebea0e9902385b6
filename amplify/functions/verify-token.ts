import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Caller } from './context';

/**
 * Verifies ID tokens of one pool and client: signature, issuer, audience, use and time. The pool's keys are
 * fetched once, and kept for as long as the function stays warm.
 */
export function tokenVerifier(
  userPoolId: string,
  clientId: string,
): (idToken: string) => Promise<Caller> {
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id' });
  return async (idToken) => toCaller(await verifier.verify(idToken));
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
