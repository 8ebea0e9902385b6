import { ServiceRefusal } from '../service-refusal';
import { isRightCode, newSecret } from './authenticator';
import { isPassword } from './password-verifier';
import {
  checkClient,
  checkedPassword,
  fields,
  subjectOf,
  text,
  wrongPassword,
  type Action,
  type Input,
  type Pool,
} from './pool';
import type { User } from './user';

/** Whose access token came in. @throws ServiceRefusal NotAuthorizedException where it is no longer good. */
function owner(pool: Pool, input: Input): User {
  const claims = pool.mint.read(text(input, 'AccessToken'), 'access');
  const user = pool.users.find(claims.sub);
  if (user === null) throw new ServiceRefusal('UserNotFoundException', 'User does not exist.');
  if (user.signIns.has(claims.origin_jti)) return user;
  throw new ServiceRefusal('NotAuthorizedException', 'Access Token has been revoked');
}

export const getUser: Action = (pool, input) => {
  const user = owner(pool, input);
  const asked = user.totp?.asked
    ? { UserMFASettingList: ['SOFTWARE_TOKEN_MFA'], PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' }
    : {};
  return { Username: user.sub, UserAttributes: attributeList(user), ...asked };
};

/** A person's attributes as Cognito lists them. */
export function attributeList(user: User): { Name: string; Value: string }[] {
  return [
    { Name: 'sub', Value: user.sub },
    { Name: 'email', Value: user.email },
    { Name: 'email_verified', Value: String(user.status === 'CONFIRMED') },
  ];
}

export const deleteUser: Action = (pool, input) => {
  pool.users.remove(owner(pool, input));
  return {};
};

export const globalSignOut: Action = (pool, input) => {
  owner(pool, input).signIns.clear();
  return {};
};

export const revokeToken: Action = (pool, input) => {
  checkClient(pool, input);
  pool.refreshTokens.revoke(text(input, 'Token'));
  return {};
};

export const associateSoftwareToken: Action = (pool, input) => {
  const user = owner(pool, input);
  const secret = newSecret();
  user.totp = { secret, verified: false, asked: user.totp?.asked ?? false };
  return { SecretCode: secret };
};

export const verifySoftwareToken: Action = (pool, input) => {
  const { totp } = owner(pool, input);
  if (!totp || !isRightCode(totp.secret, text(input, 'UserCode'), pool.now()))
    throw new ServiceRefusal('EnableSoftwareTokenMFAException', 'Code mismatch');
  totp.verified = true;
  return { Status: 'SUCCESS' };
};

export const setUserMfaPreference: Action = (pool, input) => {
  const user = owner(pool, input);
  const isAsked = fields(input, 'SoftwareTokenMfaSettings')['Enabled'] === true;
  if (isAsked && !user.totp?.verified)
    throw new ServiceRefusal(
      'InvalidParameterException',
      'User has not verified software token mfa',
    );
  if (user.totp) user.totp.asked = isAsked;
  return {};
};

/** Here the old password comes itself, not a proof of it. */
export const changePassword: Action = (pool, input) => {
  const user = owner(pool, input);
  const subject = subjectOf(pool, user.sub);
  if (!isPassword(subject, text(input, 'PreviousPassword'), user.password)) throw wrongPassword();
  user.password = checkedPassword(pool, user.sub, text(input, 'ProposedPassword'));
  return {};
};
