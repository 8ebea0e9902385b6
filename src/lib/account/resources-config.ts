import type { ResourcesConfig } from 'aws-amplify';
import type { AmplifyOutputs } from './outputs';

/**
 * Amplify's configuration from a deployment's outputs. Amplify's own `parseAmplifyConfig` drops `custom`, and with it
 * where a local cloud is reached.
 */
export function resourcesConfigOf({ auth, custom }: AmplifyOutputs): ResourcesConfig {
  const { endpoints } = custom.cloud;
  return {
    Auth: {
      Cognito: {
        userPoolId: auth.user_pool_id,
        userPoolClientId: auth.user_pool_client_id,
        identityPoolId: auth.identity_pool_id,
        // Listeners of a shared link are guests.
        allowGuestAccess: true,
        loginWith: { email: true },
        signUpVerificationMethod: 'code',
        ...(endpoints && {
          userPoolEndpoint: endpoints.cognitoIdp,
          identityPoolEndpoint: endpoints.cognitoIdentity,
        }),
      },
    },
  };
}
