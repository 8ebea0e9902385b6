import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { failureOf } from '$lib/source/sqs/errors';
import { KeptCredentials, type CredentialProvider } from '$lib/source/sqs/kept-credentials';
import type { Publish, RelayMessage } from './relay';

export interface FeedAddress {
  readonly topicArn: string;
  readonly region: string;
  /** Another endpoint than the Region's own, for example a local one. */
  readonly endpoint?: string;
  readonly credentials: CredentialProvider;
}

function entryOf({ body, source, outcome }: RelayMessage, index: number) {
  return {
    Id: String(index),
    Message: body,
    MessageAttributes: {
      source: { DataType: 'String', StringValue: source },
      outcome: { DataType: 'String', StringValue: outcome },
    },
  };
}

/** Publishes to a shared feed. The SDK tries once: whether to try again is for the relay to say. */
export function connectFeed({ topicArn, region, endpoint, credentials }: FeedAddress): Publish {
  const kept: KeptCredentials = new KeptCredentials(
    credentials,
    () => Date.now() + client.config.systemClockOffset,
  );
  const client = new SNSClient({
    region,
    // The SDK puts its own memory before a provider that does not say that it has one.
    credentials: Object.assign(() => kept.get(), { memoized: true }),
    maxAttempts: 1,
    ...(endpoint !== undefined && { endpoint }),
  });
  return async (messages, abortSignal) => {
    const PublishBatchRequestEntries = messages.map(entryOf);
    const command = new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries });
    try {
      const { Failed: failed = [] } = await kept.use(() => client.send(command, { abortSignal }));
      return failed.map(({ Id, SenderFault }) => ({
        index: Number(Id),
        mayComeAgain: SenderFault !== true,
      }));
    } catch (thrown) {
      if (failureOf(thrown, true).cause === 'credentials') kept.renew();
      throw thrown;
    }
  };
}
