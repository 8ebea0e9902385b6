import type { FunctionContext } from '../../functions/context';
import { admitsItself } from './admission';

/** What Cognito tells of a sign-up, as far as it is used; it must be given back as it came. */
export interface PreSignUpEvent {
  readonly triggerSource: string;
  readonly request: { readonly userAttributes: Readonly<Record<string, string>> };
}

/** Cognito shows a trigger's message to the person, behind words of its own. */
export class SignUpRefused extends Error {
  override readonly name = 'SignUpRefused';
  readonly resolution = 'Ask the owner of this deployment for an invitation.';
}

/**
 * Lets through whom the deployment's settings admit, and whom its owner invited.
 *
 * @throws {SignUpRefused} for everybody else.
 */
export async function run<E extends PreSignUpEvent>(
  context: FunctionContext,
  event: E,
): Promise<E> {
  if (event.triggerSource === 'PreSignUp_AdminCreateUser') return event;
  const email = event.request.userAttributes['email'] ?? '';
  if (event.triggerSource === 'PreSignUp_SignUp' && admitsItself(context.facts, email))
    return event;
  context.log({ level: 'warn', message: 'sign-up refused', trigger: event.triggerSource });
  throw new SignUpRefused('Sign-up is closed for this address. Ask the owner for an invitation.');
}
