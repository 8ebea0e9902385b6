import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Caller } from '../../../amplify/functions/context';
import { toCaller } from '../../../amplify/functions/verify-token';

type Jwks = Parameters<ReturnType<typeof CognitoJwtVerifier.create>['cacheJwks']>[0];

/** The verifier that the functions have, given the pool's public keys, which it would fetch from AWS. */
export function localVerifier(
  userPoolId: string,
  clientId: string,
  jwks: object,
): (idToken: string) => Promise<Caller> {
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id' });
  verifier.cacheJwks(jwks as Jwks);
  return async (idToken) => toCaller(await verifier.verify(idToken));
}
