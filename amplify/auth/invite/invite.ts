import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Caller, FunctionContext, MemberRun } from '../../functions/context';
import { readFields, readLine } from '../../functions/payload';
import { invalid, Refusal } from '../../functions/refusal';
import { isNamed } from '../../functions/service-error';

/** As long as an address may be. */
const MAX_EMAIL_CHARS = 254;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const GROUP = 'listener';

/**
 * Invites a listener: Cognito sends them a password for the first sign-in. Whoever is invited twice and has not
 * come yet gets another one, and whoever is a user already becomes a listener.
 */
export const run: MemberRun<'invite'> = async (context, payload, caller) => {
  refuseOthers(context, caller);
  const email = readEmail(payload);
  const username = (await create(context, email)) ?? (await again(context, email));
  await context.clients.cognito.send(
    new AdminAddUserToGroupCommand({ ...poolOf(context), Username: username, GroupName: GROUP }),
  );
  return { email };
};

function refuseOthers({ facts }: FunctionContext, caller: Caller): void {
  if (facts.deployment === 'own' && caller.groups.includes('owner')) return;
  throw new Refusal(
    'not-allowed',
    'Only the owner of a deployment of one’s own may invite.',
    'Ask the owner, or share a listening link.',
  );
}

function readEmail(payload: unknown): string {
  const email = readLine(readFields(payload, ['email']), 'email', MAX_EMAIL_CHARS).toLowerCase();
  if (EMAIL.test(email)) return email;
  throw invalid('That is not an e-mail address.', 'Give one as name@example.com.');
}

const poolOf = ({ facts }: FunctionContext) => ({ UserPoolId: facts.userPoolId });

/** Gives the new user's name, or null where there is such a user already. */
async function create(context: FunctionContext, email: string): Promise<string | null> {
  try {
    const { User } = await context.clients.cognito.send(
      new AdminCreateUserCommand({
        ...poolOf(context),
        Username: email,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    return User?.Username ?? email;
  } catch (error) {
    if (isNamed(error, 'UsernameExists')) return null;
    throw error;
  }
}

async function again(context: FunctionContext, email: string): Promise<string> {
  const { cognito } = context.clients;
  const user = await cognito.send(new AdminGetUserCommand({ ...poolOf(context), Username: email }));
  if (user.UserStatus === 'FORCE_CHANGE_PASSWORD')
    await cognito.send(
      new AdminCreateUserCommand({
        ...poolOf(context),
        Username: email,
        MessageAction: 'RESEND',
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    );
  return user.Username ?? email;
}
