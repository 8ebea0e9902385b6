import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { admitsItself } from '../../auth/pre-sign-up/admission';
import type { FunctionContext } from '../../functions/context';
import { makePlace } from '../../functions/place/make-place';

/** What Cognito tells of a confirmation, as far as it is used; it must be given back as it came. */
export interface PostConfirmationEvent {
  readonly triggerSource: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly request: { readonly userAttributes: Readonly<Record<string, string>> };
}

/** Cognito's five seconds less what a cold start takes. */
const MAX_MS = 4_000;
const OVERDUE = Symbol('overdue');

/**
 * Makes what a person has in the cloud when the sign-up is confirmed. Cognito waits five seconds and tries three
 * times, and a failure here would be told to the person as a failed confirmation although they are confirmed: so
 * nothing is thrown, and `ensure-queue` makes at the first sign-in what could not be made now. Cognito calls this
 * after a forgotten password too: then nothing is done.
 */
export async function run<E extends PostConfirmationEvent>(
  context: FunctionContext,
  event: E,
): Promise<E> {
  if (event.triggerSource !== 'PostConfirmation_ConfirmSignUp') return event;
  const { sub = '', email = '' } = event.request.userAttributes;
  try {
    const made = await Promise.race([prepare(context, event, sub, email), overdue()]);
    if (made === OVERDUE) throw new Error('it took too long');
    context.log({ level: 'info', message: 'place made', sub });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    context.log({ level: 'error', message: 'place not made', sub, words: words.slice(0, 500) });
  }
  return event;
}

async function prepare(
  context: FunctionContext,
  event: PostConfirmationEvent,
  sub: string,
  email: string,
): Promise<void> {
  const groups = await groupsOf(context, event, email);
  await makePlace(context, { sub, groups });
}

const overdue = () =>
  new Promise<typeof OVERDUE>((resolve) => setTimeout(resolve, MAX_MS, OVERDUE).unref());

/** In an own deployment, who signs up from a domain that its owner named is a listener, as if invited. */
async function groupsOf(
  context: FunctionContext,
  event: PostConfirmationEvent,
  email: string,
): Promise<readonly string[]> {
  if (context.facts.deployment !== 'own' || !admitsItself(context.facts, email)) return [];
  await context.clients.cognito.send(
    new AdminAddUserToGroupCommand({
      UserPoolId: event.userPoolId,
      Username: event.userName,
      GroupName: 'listener',
    }),
  );
  return ['listener'];
}
