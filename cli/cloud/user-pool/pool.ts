import { randomInt } from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import type { Outbox } from './outbox';
import { passwordTrouble, type PasswordPolicy } from './password-policy';
import { verifierOf, type PasswordVerifier } from './password-verifier';
import type { RefreshTokens } from './refresh-tokens';
import type { Sessions } from './sessions';
import type { TokenMint } from './tokens';
import type { SentCode, User, Users } from './user';

/** How long a code is good: a day for a sign-up, an hour for a new password (Cognito developer guide). */
const CODE_MS = { 'sign-up': 24 * 3_600_000, 'forgotten-password': 3_600_000 } as const;

/** The functions that a pool calls on the way. `attributes` as Cognito gives them to a trigger. */
export interface Triggers {
  /** @throws when the sign-up is refused; the message is passed on. */
  preSignUp(source: string, sub: string, attributes: Record<string, string>): Promise<void>;
  postConfirmation(source: string, sub: string, attributes: Record<string, string>): Promise<void>;
}

/** What all actions of a user pool share. */
export interface Pool {
  readonly id: string;
  readonly clientId: string;
  readonly passwordPolicy: PasswordPolicy;
  /** Whether people may sign up by themselves. */
  readonly isSelfSignUpOpen: boolean;
  readonly users: Users;
  readonly mint: TokenMint;
  readonly refreshTokens: RefreshTokens;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  readonly triggers: Triggers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** One action of the pool's API: its input as it was sent, and its output as it is answered. */
export type Action = (pool: Pool, input: Input) => object | Promise<object>;

/** An input's fields are whatever was sent. */
export type Input = Readonly<Record<string, unknown>>;

export const wrongPassword = (): ServiceRefusal =>
  new ServiceRefusal('NotAuthorizedException', 'Incorrect username or password.');

/** A text that must be there. @throws ServiceRefusal InvalidParameterException where it is not. */
export function text(input: Input, name: string): string {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new ServiceRefusal('InvalidParameterException', `Missing required parameter ${name}`);
}

/** A map that must be there. @throws ServiceRefusal InvalidParameterException where it is not. */
export function fields(input: Input, name: string): Input {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (typeof value === 'object' && value !== null) return value as Input;
  throw new ServiceRefusal('InvalidParameterException', `Missing required parameter ${name}`);
}

/** @throws ServiceRefusal ResourceNotFoundException where the client is another. */
export function checkClient(pool: Pool, input: Input): void {
  if (text(input, 'ClientId') === pool.clientId) return;
  const message = `User pool client ${String(input['ClientId'])} does not exist.`;
  throw new ServiceRefusal('ResourceNotFoundException', message);
}

/** What is kept of a password. @throws ServiceRefusal InvalidPasswordException where the policy forbids it. */
export function checkedPassword(pool: Pool, sub: string, password: string): PasswordVerifier {
  const trouble = passwordTrouble(pool.passwordPolicy, password);
  if (trouble !== null) {
    const message = `Password did not conform with policy: ${trouble}`;
    throw new ServiceRefusal('InvalidPasswordException', message);
  }
  return verifierOf(subjectOf(pool, sub), password);
}

/** Whom a password proves: the pool's name is its id after the Region. */
export const subjectOf = ({ id }: Pool, username: string) => ({
  poolName: id.slice(id.indexOf('_') + 1),
  username,
});

/** A trigger's view of a person. */
export const attributesOf = (user: Pick<User, 'sub' | 'email' | 'status'>) => ({
  sub: user.sub,
  email: user.email,
  email_verified: String(user.status === 'CONFIRMED'),
  'cognito:user_status': user.status,
});

/** Sends six digits to the person, and gives what the page may know of it. */
export function sendCode(pool: Pool, user: User, purpose: SentCode['purpose']): object {
  const secret = String(randomInt(1_000_000)).padStart(6, '0');
  user.code = { text: secret, purpose, until: pool.now() + CODE_MS[purpose] };
  pool.outbox.put({ to: user.email, secret, purpose, at: pool.now() });
  return delivery(user.email);
}

/** The address is given with most of it left out. */
export function delivery(email: string): object {
  const [name = '', domain = ''] = email.split('@');
  const Destination = `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
  return { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination };
}

/** Takes a code back. @throws ServiceRefusal CodeMismatchException or ExpiredCodeException. */
export function useCode(pool: Pool, user: User, purpose: SentCode['purpose'], given: string): void {
  const { code } = user;
  if (code === null || code.purpose !== purpose || code.until <= pool.now())
    throw new ServiceRefusal(
      'ExpiredCodeException',
      'Invalid code provided, please request a code again.',
    );
  if (code.text !== given)
    throw new ServiceRefusal(
      'CodeMismatchException',
      'Invalid verification code provided, please try again.',
    );
  user.code = null;
}
