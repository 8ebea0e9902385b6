import { randomBytes } from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import { attributeList } from './own-account';
import { attributesOf, checkedPassword, text, type Action, type Input, type Pool } from './pool';
import { checkIsFree, emailIn, newUser } from './sign-up';
import type { User } from './user';

/** @throws ServiceRefusal ResourceNotFoundException where the pool is another. */
function checkPool(pool: Pool, input: Input): void {
  if (text(input, 'UserPoolId') === pool.id) return;
  const message = `User pool ${String(input['UserPoolId'])} does not exist.`;
  throw new ServiceRefusal('ResourceNotFoundException', message);
}

function named(pool: Pool, input: Input): User {
  checkPool(pool, input);
  const user = pool.users.find(text(input, 'Username'));
  if (user) return user;
  throw new ServiceRefusal('UserNotFoundException', 'User does not exist.');
}

/** A first password that the policy allows; it is sent by e-mail and asks to be changed. */
const firstPassword = (): string => `Aa1!${randomBytes(9).toString('base64url')}`;

export const adminCreateUser: Action = async (pool, input) => {
  checkPool(pool, input);
  const email = emailIn(text(input, 'Username'));
  checkIsFree(pool, email);
  const given = input['TemporaryPassword'];
  const password = typeof given === 'string' ? given : firstPassword();
  const user = newUser(pool, email, password, 'FORCE_CHANGE_PASSWORD');
  await pool.triggers.preSignUp('PreSignUp_AdminCreateUser', user.sub, attributesOf(user));
  pool.users.add(user);
  if (input['MessageAction'] !== 'SUPPRESS')
    pool.outbox.put({ to: email, secret: password, purpose: 'invitation', at: pool.now() });
  return { User: described(user, 'Attributes') };
};

function described(user: User, attributes: 'Attributes' | 'UserAttributes'): object {
  return {
    Username: user.sub,
    [attributes]: attributeList(user),
    UserStatus: user.status,
    Enabled: true,
    UserCreateDate: user.createdAt / 1_000,
    UserLastModifiedDate: user.createdAt / 1_000,
  };
}

export const adminGetUser: Action = (pool, input) =>
  described(named(pool, input), 'UserAttributes');

export const adminDeleteUser: Action = (pool, input) => {
  pool.users.remove(named(pool, input));
  return {};
};

export const adminConfirmSignUp: Action = async (pool, input) => {
  const user = named(pool, input);
  user.status = 'CONFIRMED';
  const { postConfirmation } = pool.triggers;
  await postConfirmation('PostConfirmation_ConfirmSignUp', user.sub, attributesOf(user));
  return {};
};

export const adminSetUserPassword: Action = (pool, input) => {
  const user = named(pool, input);
  user.password = checkedPassword(pool, user.sub, text(input, 'Password'));
  user.status = input['Permanent'] === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  return {};
};

export const adminAddUserToGroup: Action = (pool, input) => {
  named(pool, input).groups.add(text(input, 'GroupName'));
  return {};
};

export const adminRemoveUserFromGroup: Action = (pool, input) => {
  named(pool, input).groups.delete(text(input, 'GroupName'));
  return {};
};

export const adminListGroupsForUser: Action = (pool, input) => {
  const names = [...named(pool, input).groups];
  return { Groups: names.map((GroupName) => ({ GroupName, UserPoolId: pool.id })) };
};

export const adminUserGlobalSignOut: Action = (pool, input) => {
  named(pool, input).signIns.clear();
  return {};
};
