import { Amplify } from 'aws-amplify';
import { confirmSignUp, fetchAuthSession, signIn, signOut, signUp } from 'aws-amplify/auth';
import type { Deployment } from './deployment';
import { Principal } from './principal';

/** Someone who is signed in: the tokens and credentials of that moment. */
export interface Person {
  readonly email: string;
  readonly sub: string;
  readonly idToken: string;
  readonly principal: Principal;
}

/** Points Amplify, which knows one deployment at a time, at this one. */
export function pointAt(deployment: Deployment): void {
  const { cognitoIdp, cognitoIdentity } = deployment.endpoints;
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: deployment.userPoolId,
        userPoolClientId: deployment.userPoolClientId,
        identityPoolId: deployment.identityPoolId,
        allowGuestAccess: true,
        loginWith: { email: true },
        ...(deployment.cloud.endpoints && {
          userPoolEndpoint: cognitoIdp,
          identityPoolEndpoint: cognitoIdentity,
        }),
      },
    },
  });
}

/** Signs up, as the page does. */
export async function signUpWith(email: string, password: string): Promise<void> {
  await signUp({ username: email, password, options: { userAttributes: { email } } });
}

/** Confirms a sign-up with the code that was sent. */
export async function confirmWith(email: string, code: string): Promise<void> {
  await confirmSignUp({ username: email, confirmationCode: code });
}

/**
 * Signs in by SRP, as the page does, after whoever was signed in before.
 *
 * @throws Error where more than a password is asked for.
 */
export async function signedIn(
  deployment: Deployment,
  email: string,
  password: string,
): Promise<Person> {
  await signOut();
  const { nextStep } = await signIn({ username: email, password });
  if (nextStep.signInStep !== 'DONE')
    throw new Error(`Signing in asks for more (${nextStep.signInStep}); use a person without it.`);
  const { tokens, credentials, userSub: sub } = await fetchAuthSession({ forceRefresh: true });
  const idToken = tokens?.idToken?.toString();
  const sessionToken = credentials?.sessionToken;
  if (!idToken || !credentials || !sessionToken || !sub)
    throw new Error('Signing in gave no tokens, or the identity pool gave no credentials.');
  const keys = { ...credentials, sessionToken };
  return { email, sub, idToken, principal: new Principal(deployment, keys, idToken) };
}
