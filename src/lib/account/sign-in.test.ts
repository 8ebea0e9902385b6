import type { SignInOutput } from 'aws-amplify/auth';
import { describe, expect, it } from 'vitest';
import { amplifyError, fakeAuth } from './fixtures/fake-auth';
import { SignIn } from './sign-in';

const DONE: SignInOutput = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };
const needs = (signInStep: string) =>
  ({ isSignedIn: false, nextStep: { signInStep } }) as unknown as SignInOutput;

const CONFIRM = {
  isSignUpComplete: false,
  userId: 'sub-1',
  nextStep: { signUpStep: 'CONFIRM_SIGN_UP', codeDeliveryDetails: {} },
} as const;

describe('signing up', () => {
  it('asks for the code, and signs in with the password that was just chosen', async () => {
    const { service, calls } = fakeAuth({
      signUp: async () => CONFIRM,
      confirmSignUp: async () => undefined,
      signIn: async () => DONE,
    });
    const signIn = new SignIn(service);
    expect(await signIn.signUp(' you@example.com ', 'pass word')).toEqual({
      kind: 'confirm',
      email: 'you@example.com',
    });
    expect(await signIn.confirm('you@example.com', '123 456')).toEqual({ kind: 'done' });
    expect(calls).toEqual([
      [
        'signUp',
        {
          username: 'you@example.com',
          password: 'pass word',
          options: { userAttributes: { email: 'you@example.com' } },
        },
      ],
      ['confirmSignUp', { username: 'you@example.com', confirmationCode: '123456' }],
      ['signIn', { username: 'you@example.com', password: 'pass word' }],
    ]);
  });

  it('uses a password that was chosen once, and for its own address', async () => {
    const { service, calls } = fakeAuth({
      signUp: async () => CONFIRM,
      confirmSignUp: async () => undefined,
    });
    const signIn = new SignIn(service);
    await signIn.signUp('one@example.com', 'secret');
    expect(await signIn.confirm('two@example.com', '123456')).toEqual({ kind: 'done' });
    expect(calls.map(([name]) => name)).toEqual(['signUp', 'confirmSignUp']);
  });
});

describe('signing in', () => {
  it.each([
    ['CONFIRM_SIGN_UP', { kind: 'confirm', email: 'you@example.com' }],
    ['RESET_PASSWORD', { kind: 'reset', email: 'you@example.com' }],
    ['CONFIRM_SIGN_IN_WITH_TOTP_CODE', { kind: 'totp' }],
    ['CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', { kind: 'new-password' }],
    ['DONE', { kind: 'done' }],
  ])('may need %s', async (step, expected) => {
    const { service } = fakeAuth({ signIn: async () => needs(step) });
    expect(await new SignIn(service).signIn('you@example.com', 'secret')).toEqual(expected);
  });

  it('says so when it needs what the page does not know, with the raw word', async () => {
    const { service } = fakeAuth({ signIn: async () => needs('CONFIRM_SIGN_IN_WITH_SMS_CODE') });
    await expect(new SignIn(service).signIn('you@example.com', 'secret')).rejects.toMatchObject({
      name: 'AccountError',
      code: 'CONFIRM_SIGN_IN_WITH_SMS_CODE',
    });
  });

  it('takes the place of who is signed in here already', async () => {
    let isTaken = true;
    const { service, calls } = fakeAuth({
      signIn: async () => {
        if (isTaken) throw amplifyError('UserAlreadyAuthenticatedException');
        return DONE;
      },
      signOut: async () => void (isTaken = false),
    });
    expect(await new SignIn(service).signIn('you@example.com', 'secret')).toEqual({ kind: 'done' });
    expect(calls.map(([name]) => name)).toEqual(['signIn', 'signOut', 'signIn']);
  });

  it('takes six digits as they were copied, and a password as it is', async () => {
    const { service, calls } = fakeAuth({ confirmSignIn: async () => DONE });
    const signIn = new SignIn(service);
    await signIn.answer(' 123-456\n', 'totp');
    await signIn.answer(' a b-c ', 'new-password');
    expect(calls.map(([, input]) => input)).toEqual([
      { challengeResponse: '123456' },
      { challengeResponse: ' a b-c ' },
    ]);
  });

  it('tells a wrong password in our words, with the cause kept', async () => {
    const thrown = amplifyError('NotAuthorizedException', 'Incorrect username or password.');
    const { service } = fakeAuth({ signIn: () => Promise.reject(thrown) });
    await expect(new SignIn(service).signIn('you@example.com', 'x')).rejects.toMatchObject({
      message: 'The address or the password is not right.',
      code: 'NotAuthorizedException',
      cause: thrown,
    });
  });
});

describe('a forgotten password', () => {
  it('is replaced with a code, and the new one signs in', async () => {
    const { service, calls } = fakeAuth({
      resetPassword: async () => undefined,
      confirmResetPassword: async () => undefined,
      signIn: async () => needs('CONFIRM_SIGN_IN_WITH_TOTP_CODE'),
    });
    const signIn = new SignIn(service);
    expect(await signIn.forgot('you@example.com')).toEqual({
      kind: 'reset',
      email: 'you@example.com',
    });
    expect(await signIn.reset('you@example.com', '654321', 'another')).toEqual({ kind: 'totp' });
    expect(calls[2]).toEqual(['signIn', { username: 'you@example.com', password: 'another' }]);
  });
});
