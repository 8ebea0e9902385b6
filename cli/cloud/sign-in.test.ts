import { generateSync } from 'otplib';
import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  deleteUser,
  fetchAuthSession,
  resetPassword,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { configureAmplify, forget } from './fixtures/amplify-member';
import { STAGE } from './fixtures/stage-deployment';
import { startLocalCloud, type LocalCloud } from './local-cloud';

const PASSWORD = 'a long pass phrase';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud(STAGE, 0);
  configureAmplify(cloud.outputs);
});
afterEach(forget);
afterAll(() => cloud.close());

function codeFor(username: string): string {
  return cloud.services.pool.outbox.newestTo(username)?.secret ?? '';
}

async function joined(username: string): Promise<void> {
  await signUp({ username, password: PASSWORD, options: { userAttributes: { email: username } } });
  await confirmSignUp({ username, confirmationCode: codeFor(username) });
}

it('signs up, confirms by the code and signs in by SRP', async () => {
  const username = 'One@example.com';
  await joined(username);
  const { isSignedIn } = await signIn({ username, password: PASSWORD });
  expect(isSignedIn).toBe(true);
  const { tokens, credentials, userSub } = await fetchAuthSession();
  expect(tokens?.idToken?.payload['email']).toBe('one@example.com');
  expect(credentials?.sessionToken).toBeTruthy();
  expect(await cloud.services.messages.queueNames()).toContain(`${STAGE.prefix}-q-${userSub}`);
});

it('refuses a wrong password and a name that nobody has in the same words', async () => {
  const username = 'two@example.com';
  await joined(username);
  const refused = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
  await expect(signIn({ username, password: `${PASSWORD}.` })).rejects.toMatchObject(refused);
  await expect(
    signIn({ username: 'nobody@example.com', password: PASSWORD }),
  ).rejects.toMatchObject(refused);
});

it('refuses a wrong code, a short password and an address that is taken', async () => {
  const username = 'three@example.com';
  await expect(signUp({ username, password: 'short' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
  });
  await signUp({ username, password: PASSWORD });
  const wrong = codeFor(username) === '000000' ? '000001' : '000000';
  await expect(confirmSignUp({ username, confirmationCode: wrong })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  });
  await expect(signUp({ username, password: PASSWORD })).rejects.toMatchObject({
    name: 'UsernameExistsException',
  });
  expect((await signIn({ username, password: PASSWORD })).nextStep.signInStep).toBe(
    'CONFIRM_SIGN_UP',
  );
});

it('asks for six digits once an authenticator is set up, and takes no others', async () => {
  const username = 'four@example.com';
  await joined(username);
  await signIn({ username, password: PASSWORD });
  const { sharedSecret: secret } = await setUpTOTP();
  await verifyTOTPSetup({ code: generateSync({ secret }) });
  await updateMFAPreference({ totp: 'PREFERRED' });
  await signOut();
  const { nextStep } = await signIn({ username, password: PASSWORD });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  const right = generateSync({ secret });
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
  await expect(confirmSignIn({ challengeResponse: wrong })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  });
  await signIn({ username, password: PASSWORD });
  expect((await confirmSignIn({ challengeResponse: right })).isSignedIn).toBe(true);
});

it('changes a forgotten password by the code, after which the old one is refused', async () => {
  const username = 'five@example.com';
  await joined(username);
  await resetPassword({ username });
  const newPassword = 'another long phrase';
  await confirmResetPassword({ username, newPassword, confirmationCode: codeFor(username) });
  await expect(signIn({ username, password: PASSWORD })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  expect((await signIn({ username, password: newPassword })).isSignedIn).toBe(true);
});

it('renews tokens, and neither tokens nor credentials outlive a sign-out everywhere', async () => {
  const username = 'six@example.com';
  await joined(username);
  await signIn({ username, password: PASSWORD });
  const before = (await fetchAuthSession()).tokens?.idToken?.payload['jti'];
  const session = await fetchAuthSession({ forceRefresh: true });
  expect(session.tokens?.idToken?.payload['jti']).not.toBe(before);
  cloud.services.pool.users.find(username)?.signIns.clear();
  // Amplify then asks for a guest's credentials with the person's own identity, which it still knows.
  await expect(fetchAuthSession({ forceRefresh: true })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: expect.stringContaining('forbidden'),
  });
});

it('forgets a person who is deleted', async () => {
  const username = 'seven@example.com';
  await joined(username);
  await signIn({ username, password: PASSWORD });
  await deleteUser();
  expect(cloud.services.pool.users.find(username)).toBeNull();
});
