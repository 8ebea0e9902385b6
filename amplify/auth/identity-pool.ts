import { Aws, type Stack } from 'aws-cdk-lib';
import { type CfnIdentityPool, CfnIdentityPoolPrincipalTag } from 'aws-cdk-lib/aws-cognito';

/**
 * Puts the user pool's `sub` on every session as the principal tag `sub`, which the policies of queues and feeds name.
 * It must be in the stack of the pools, or the stacks form a cycle.
 */
export function tagPrincipals(stack: Stack, pool: CfnIdentityPool, userPoolId: string): void {
  new CfnIdentityPoolPrincipalTag(stack, 'PrincipalTags', {
    identityPoolId: pool.ref,
    identityProviderName: `cognito-idp.${Aws.REGION}.amazonaws.com/${userPoolId}`,
    principalTags: { sub: 'sub' },
    useDefaults: false,
  });
}

/** Guests are let in for listening links; tokens of a deleted or disabled person are refused, not only expired ones. */
export function hardenIdentityPool(pool: CfnIdentityPool): void {
  pool.allowUnauthenticatedIdentities = true;
  pool.allowClassicFlow = false;
  const providers = pool.cognitoIdentityProviders;
  if (!Array.isArray(providers)) return;
  pool.cognitoIdentityProviders = providers.map((provider) => ({
    ...(provider as CfnIdentityPool.CognitoIdentityProviderProperty),
    serverSideTokenCheck: true,
  }));
}
