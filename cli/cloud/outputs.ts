import type { CallName } from '../../src/lib/core/cloud/calls';
import type { CloudOutputs } from '../../src/lib/core/cloud/outputs';
import type { CloudDeployment } from './deployment';

/** `amplify_outputs.json` as a deployment has it, and where the services are on this machine. */
export interface LocalOutputs {
  readonly version: '1.4';
  readonly auth: Readonly<Record<string, unknown>>;
  readonly custom: { readonly cloud: CloudOutputs };
}

/** The functions that a page calls have their names in the outputs; those that services call do not. */
const UNCALLED = ['post-confirmation', 'pre-sign-up', 'sweep'];

/** What the page is told of a deployment whose services are at one address of this machine. */
export function cloudOutputs(deployment: CloudDeployment, endpoint: string): LocalOutputs {
  const { place, prefix, functions, passwordPolicy } = deployment;
  const called = functions.filter(({ name }) => !UNCALLED.includes(name));
  const names = called.map(({ name, functionName }) => [name, functionName] as const);
  return {
    version: '1.4',
    auth: {
      aws_region: place.region,
      user_pool_id: deployment.userPoolId,
      user_pool_client_id: deployment.userPoolClientId,
      identity_pool_id: deployment.identityPoolId,
      unauthenticated_identities_enabled: true,
      username_attributes: ['email'],
      standard_required_attributes: ['email'],
      user_verification_types: ['email'],
      mfa_configuration: 'OPTIONAL',
      mfa_methods: ['TOTP'],
      password_policy: {
        min_length: passwordPolicy.minimumLength,
        require_lowercase: passwordPolicy.requireLowercase,
        require_uppercase: passwordPolicy.requireUppercase,
        require_numbers: passwordPolicy.requireNumbers,
        require_symbols: passwordPolicy.requireSymbols,
      },
    },
    custom: {
      cloud: {
        version: 1,
        prefix,
        region: place.region,
        account: place.account,
        deployment: deployment.deployment,
        selfSignUp: deployment.selfSignUp,
        functions: Object.fromEntries(names) as Record<CallName, string>,
        endpoints: {
          cognitoIdp: endpoint,
          cognitoIdentity: endpoint,
          sqs: endpoint,
          sns: endpoint,
          lambda: endpoint,
        },
      },
    },
  };
}
