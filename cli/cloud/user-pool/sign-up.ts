import { randomUUID } from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import {
  attributesOf,
  checkClient,
  checkedPassword,
  delivery,
  sendCode,
  text,
  useCode,
  type Action,
  type Pool,
} from './pool';
import type { User } from './user';

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** An address in small letters. @throws ServiceRefusal InvalidParameterException where it is none. */
export function emailIn(name: string): string {
  if (EMAIL.test(name)) return name.toLowerCase();
  throw new ServiceRefusal('InvalidParameterException', 'Username should be an email.');
}

/** @throws ServiceRefusal UsernameExistsException where somebody has the address. */
export function checkIsFree(pool: Pool, email: string): void {
  if (pool.users.find(email) === null) return;
  const message = 'An account with the given email already exists.';
  throw new ServiceRefusal('UsernameExistsException', message);
}

/** Somebody new, whom nothing is kept of yet. */
export function newUser(pool: Pool, email: string, password: string, status: User['status']): User {
  const sub = randomUUID();
  return {
    sub,
    email,
    status,
    password: checkedPassword(pool, sub, password),
    code: null,
    totp: null,
    groups: new Set(),
    signIns: new Set(),
    createdAt: pool.now(),
  };
}

export const signUp: Action = async (pool, input) => {
  checkClient(pool, input);
  if (!pool.isSelfSignUpOpen)
    throw new ServiceRefusal(
      'NotAuthorizedException',
      'SignUp is not permitted for this user pool',
    );
  const email = emailIn(text(input, 'Username'));
  const user = newUser(pool, email, text(input, 'Password'), 'UNCONFIRMED');
  await pool.triggers.preSignUp('PreSignUp_SignUp', user.sub, attributesOf(user));
  checkIsFree(pool, email);
  pool.users.add(user);
  const CodeDeliveryDetails = sendCode(pool, user, 'sign-up');
  return { UserConfirmed: false, UserSub: user.sub, CodeDeliveryDetails };
};

export const confirmSignUp: Action = async (pool, input) => {
  checkClient(pool, input);
  const given = text(input, 'ConfirmationCode');
  const user = pool.users.find(text(input, 'Username'));
  if (user === null)
    throw new ServiceRefusal(
      'ExpiredCodeException',
      'Invalid code provided, please request a code again.',
    );
  if (user.status === 'CONFIRMED')
    throw new ServiceRefusal(
      'NotAuthorizedException',
      'User cannot be confirmed. Current status is CONFIRMED',
    );
  useCode(pool, user, 'sign-up', given);
  user.status = 'CONFIRMED';
  const { postConfirmation } = pool.triggers;
  await postConfirmation('PostConfirmation_ConfirmSignUp', user.sub, attributesOf(user));
  return {};
};

export const resendConfirmationCode: Action = (pool, input) => {
  checkClient(pool, input);
  const name = text(input, 'Username');
  const user = pool.users.find(name);
  if (user === null) return { CodeDeliveryDetails: delivery(name) };
  if (user.status === 'CONFIRMED')
    throw new ServiceRefusal('InvalidParameterException', 'User is already confirmed.');
  return { CodeDeliveryDetails: sendCode(pool, user, 'sign-up') };
};

export const forgotPassword: Action = (pool, input) => {
  checkClient(pool, input);
  const name = text(input, 'Username');
  const user = pool.users.find(name);
  if (user === null) return { CodeDeliveryDetails: delivery(name) };
  if (user.status !== 'CONFIRMED')
    throw new ServiceRefusal(
      'InvalidParameterException',
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  return { CodeDeliveryDetails: sendCode(pool, user, 'forgotten-password') };
};

export const confirmForgotPassword: Action = async (pool, input) => {
  checkClient(pool, input);
  const given = text(input, 'ConfirmationCode');
  const password = text(input, 'Password');
  const user = pool.users.find(text(input, 'Username'));
  if (user === null)
    throw new ServiceRefusal(
      'CodeMismatchException',
      'Invalid verification code provided, please try again.',
    );
  const kept = checkedPassword(pool, user.sub, password);
  useCode(pool, user, 'forgotten-password', given);
  user.password = kept;
  const { postConfirmation } = pool.triggers;
  await postConfirmation('PostConfirmation_ConfirmForgotPassword', user.sub, attributesOf(user));
  return {};
};
