import { describe, expect, it } from 'vitest';
import { accountErrorOf } from './account-error';
import { amplifyError } from './fixtures/fake-auth';

const told = (name: string, message?: string) => accountErrorOf(amplifyError(name, message));

describe('what the sign-in refuses', () => {
  it.each([
    ['UsernameExistsException', '', /there is an account/i],
    ['CodeMismatchException', '', /code is not right/i],
    ['ExpiredCodeException', '', /no longer valid/i],
    ['InvalidPasswordException', '', /too weak/i],
    ['LimitExceededException', '', /too often/i],
    ['NetworkError', '', /did not answer/i],
    ['NotAuthorizedException', 'Password attempts exceeded', /too often/i],
    ['NotAuthorizedException', 'User is disabled.', /switched off/i],
    ['NotAuthorizedException', 'SignUp is not permitted for this user pool', /invitation/i],
    ['NotAuthorizedException', 'Invalid session for the user, session is expired.', /too long/i],
    ['NotAuthorizedException', 'Refresh Token has expired', /no longer signed in/i],
    ['EmptySignInPassword', '', /missing/i],
  ])('%s (%s) has words of its own', (name, message, expected) => {
    const error = told(name, message);
    expect(error.message).toMatch(expected);
    expect(error.resolution).not.toBe('');
    expect(error.code).toBe(name);
  });

  it('what has none is told by its raw code, and what was said', () => {
    const error = told('BrandNewException', 'the moon is full');
    expect(error.message).toContain('BrandNewException');
    expect(error.resolution).toContain('the moon is full');
  });

  it('a name from the prototype is no code with words', () => {
    expect(told('constructor').message).toContain('constructor');
    expect(told('__proto__').message).toContain('__proto__');
  });

  it('what Amplify wrapped is told by what lies inside', () => {
    const wrapped = Object.assign(amplifyError('Unknown'), {
      underlyingError: amplifyError('TooManyRequestsException'),
    });
    expect(accountErrorOf(wrapped).code).toBe('TooManyRequestsException');
  });

  it('what a function says before a sign-up is passed on, bounded', () => {
    const said = told(
      'UserLambdaValidationException',
      `PreSignUp failed with error addresses of example.org only ${'x'.repeat(999)}.`,
    );
    expect(said.message).toMatch(
      /^This address may not sign up: addresses of example.org only x+\.$/,
    );
    expect(said.message.length).toBeLessThan(250);
  });

  it('what is no error at all is told too', () => {
    expect(accountErrorOf('boom')).toMatchObject({ code: 'Unknown' });
  });
});
