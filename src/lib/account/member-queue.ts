import type { CloudOutputs } from '$lib/core/cloud/outputs';
import { queueName } from '$lib/core/cloud/names';
import type { CredentialProvider, QueueAddress } from '$lib/source/sqs/queue-client';

/** One's own queue, and what makes it anew. */
export interface MemberQueue {
  /** The user pool's id of the person whose it is. */
  readonly sub: string;
  readonly address: QueueAddress;
  /** Makes or repairs the queue; resolves when it should be there. */
  readonly repair: (signal: AbortSignal) => Promise<void>;
}

/**
 * Where a person's queue is. Its address follows from its name, so that nothing is asked before the first receive; only
 * when the queue turns out to be missing, `ensure-queue` makes it.
 *
 * @param sub the user pool's id of the person
 */
export function memberQueue(
  { region, account, prefix, endpoints }: CloudOutputs,
  sub: string,
  credentials: CredentialProvider,
  ensureQueue: (signal: AbortSignal) => Promise<unknown>,
): MemberQueue {
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const base = endpoints?.sqs ?? `https://sqs.${region}.amazonaws.com${suffix}`;
  const queueUrl = `${base.replace(/\/$/, '')}/${account}/${queueName(prefix, sub)}`;
  return {
    sub,
    address: { region, queueUrl, credentials, ...(endpoints && { endpoint: endpoints.sqs }) },
    repair: async (signal) => {
      await ensureQueue(signal);
    },
  };
}
