import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { GivenCredentials } from '../../../src/lib/core/cloud/calls';
import type { EpochMs } from '../../../src/lib/core/event/aws-event';
import type { FunctionContext } from '../context';
import { listenerPolicy } from '../policies/listener-policy';

/** A role that is assumed with a role's credentials lasts an hour at most, and fifteen minutes at least (STS). */
const MAX_SECONDS = 3600;
const MIN_SECONDS = 900;

/** Credentials that reach one queue, for an hour, or until the share ends where that is sooner. */
export async function listenerCredentials(
  context: FunctionContext,
  listener: string,
  queueArn: string,
  endsAt: EpochMs,
): Promise<GivenCredentials> {
  const secondsLeft = Math.ceil((endsAt - context.now()) / 1000);
  const { Credentials } = await context.clients.sts.send(
    new AssumeRoleCommand({
      RoleArn: context.facts.listenerRoleArn,
      RoleSessionName: `listener-${listener.slice(0, 16)}`,
      DurationSeconds: Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, secondsLeft)),
      Policy: JSON.stringify(listenerPolicy(queueArn)),
    }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new Error('STS gave no credentials');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration.getTime(),
  };
}
