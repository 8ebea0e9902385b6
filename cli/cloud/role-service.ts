import { xmlAnswer } from './http/answer';
import type { Answered } from './http/forward';
import type { Call } from './gate/call';
import type { Bearer, Keyring } from './gate/keyring';
import { ServiceRefusal } from './service-refusal';

/** The bounds of a session that a role takes from another role's session (STS API reference, AssumeRole). */
const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 3_600;

/** A session's name and id as AWS writes them. */
function userOf({ roleArn, sessionName }: Bearer) {
  const [, , , , account = '', role = ''] = roleArn.split(':');
  const name = role.split('/').at(-1) ?? '';
  const Arn = `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}`;
  return { Arn, id: `AROALOCAL:${sessionName}`, account };
}

function assumed(keyring: Keyring, input: Call['input'], seconds: () => number | null): Answered {
  const { RoleArn, RoleSessionName, Policy, DurationSeconds = '3600' } = input;
  const wanted = Number(DurationSeconds);
  if (!(wanted >= SHORTEST_SECONDS && wanted <= LONGEST_SECONDS))
    throw new ServiceRefusal('ValidationError', `${wanted} seconds is out of bounds`);
  const bearer = {
    roleArn: String(RoleArn),
    sessionName: String(RoleSessionName),
    tags: {},
    sessionPolicy: typeof Policy === 'string' ? Policy : null,
  };
  const given = keyring.issue(bearer, seconds() ?? wanted);
  const { Arn, id } = userOf(bearer);
  return xmlAnswer('AssumeRole', {
    AssumedRoleUser: { Arn, AssumedRoleId: id },
    Credentials: {
      AccessKeyId: given.accessKeyId,
      SecretAccessKey: given.secretAccessKey,
      SessionToken: given.sessionToken,
      Expiration: new Date(given.expiration).toISOString(),
    },
  });
}

/**
 * STS, for those whom the gate has let through.
 *
 * @param seconds how long credentials are good, whatever was asked for; null for what was asked for.
 */
export function answerRoles(
  keyring: Keyring,
  bearer: Bearer,
  { action, input }: Call,
  seconds: () => number | null,
): Answered {
  if (action === 'AssumeRole') return assumed(keyring, input, seconds);
  const { Arn, id, account } = userOf(bearer);
  return xmlAnswer('GetCallerIdentity', { Arn, UserId: id, Account: account });
}
