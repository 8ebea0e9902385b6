import type {
  AuthSession,
  ConfirmResetPasswordInput,
  ConfirmSignInOutput,
  ConfirmSignUpInput,
  FetchMFAPreferenceOutput,
  SetUpTOTPOutput,
  SignInInput,
  SignInOutput,
  SignUpInput,
  SignUpOutput,
  UpdateMFAPreferenceInput,
} from 'aws-amplify/auth';
import type { AmplifyOutputs } from './outputs';

/** All that is used of Amplify's sign-in, and the seam at which tests put another in its place. */
export interface AuthService {
  signUp(input: SignUpInput): Promise<SignUpOutput>;
  confirmSignUp(input: ConfirmSignUpInput): Promise<unknown>;
  resendSignUpCode(input: { username: string }): Promise<unknown>;
  signIn(input: SignInInput): Promise<SignInOutput>;
  confirmSignIn(input: { challengeResponse: string }): Promise<ConfirmSignInOutput>;
  resetPassword(input: { username: string }): Promise<unknown>;
  confirmResetPassword(input: ConfirmResetPasswordInput): Promise<void>;
  signOut(): Promise<void>;
  fetchAuthSession(options?: { forceRefresh?: boolean }): Promise<AuthSession>;
  setUpTOTP(): Promise<SetUpTOTPOutput>;
  verifyTOTPSetup(input: { code: string }): Promise<void>;
  updateMFAPreference(input: UpdateMFAPreferenceInput): Promise<void>;
  fetchMFAPreference(): Promise<FetchMFAPreferenceOutput>;
  /** Tells when a sign-in may have ended by itself: the tokens could not be renewed, or were given up. */
  onEnded(hear: () => void): () => void;
}

/**
 * Loads Amplify and sets it up for a deployment.
 *
 * Amplify keeps the tokens in the page's localStorage, so that a reload, or the next day, asks for no sign-in: this is a
 * page that plays all day. What could read them there is a foreign script, and the content security policy lets none
 * run: scripts come from our own files, by their digests, and the page may talk only to the deployment's own services
 * (`connect-src`), so that there is no place to send a token to.
 */
export async function loadAuthService(outputs: AmplifyOutputs): Promise<AuthService> {
  const [{ Amplify }, service, { Hub }, { resourcesConfigOf }] = await Promise.all([
    import('aws-amplify'),
    import('aws-amplify/auth'),
    import('aws-amplify/utils'),
    import('./resources-config'),
  ]);
  Amplify.configure(resourcesConfigOf(outputs));
  const onEnded = (hear: () => void) =>
    Hub.listen('auth', ({ payload: { event } }) => {
      if (event === 'signedOut' || event === 'tokenRefresh_failure') hear();
    });
  return { ...service, onEnded };
}
