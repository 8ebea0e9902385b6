import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnUserPool, CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { CloudOutputs } from '../../src/lib/core/cloud/outputs';
import type { Settings } from '../settings';

/** NIST SP 800-63B asks for length, and against rules of composition; eight is its least, we ask for twelve. */
export const MIN_PASSWORD_CHARS = 12;

const TEMPORARY_PASSWORD_DAYS = 7;
const TOKEN_MINUTES = 60;
const REFRESH_TOKEN_DAYS = 30;

/** Who may sign up without an invitation. */
export function selfSignUp({
  deployment,
  allowedDomains,
}: Pick<Settings, 'deployment' | 'allowedDomains'>): CloudOutputs['selfSignUp'] {
  if (allowedDomains.length > 0) return 'domains';
  return deployment === 'hosted' ? 'open' : 'closed';
}

/**
 * Sets what Amplify leaves at its defaults. The plan is Lite, the cheapest: threat protection belongs to Plus, which
 * has no free users, and the hosted login pages of Essentials are not used.
 */
export function hardenUserPool(pool: CfnUserPool, settings: Settings): void {
  pool.userPoolTier = 'LITE';
  pool.adminCreateUserConfig = {
    ...(pool.adminCreateUserConfig as CfnUserPool.AdminCreateUserConfigProperty),
    allowAdminCreateUserOnly: selfSignUp(settings) === 'closed',
  };
  pool.policies = {
    passwordPolicy: {
      minimumLength: MIN_PASSWORD_CHARS,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: false,
      temporaryPasswordValidityDays: TEMPORARY_PASSWORD_DAYS,
    },
  };
  pool.deletionProtection = 'INACTIVE';
  pool.applyRemovalPolicy(RemovalPolicy.DESTROY);
}

/** Passwords never leave the browser (SRP), tokens are short-lived and can be revoked, and errors tell nobody who exists. */
export function hardenClient(client: CfnUserPoolClient): void {
  client.explicitAuthFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
  client.preventUserExistenceErrors = 'ENABLED';
  client.enableTokenRevocation = true;
  client.accessTokenValidity = TOKEN_MINUTES;
  client.idTokenValidity = TOKEN_MINUTES;
  client.refreshTokenValidity = REFRESH_TOKEN_DAYS;
  client.tokenValidityUnits = { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'days' };
  client.allowedOAuthFlowsUserPoolClient = false;
  client.allowedOAuthFlows = undefined;
  client.allowedOAuthScopes = undefined;
  client.callbackUrLs = undefined;
}
