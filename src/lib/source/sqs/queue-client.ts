import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type Message,
  type QueueAttributeName,
} from '@aws-sdk/client-sqs';
import { BATCH, type Queue, type Received } from './queue';
import { signedClient, type QueueAddress } from './signed-client';

export type { QueueAddress } from './signed-client';
export type { CredentialProvider, QueueCredentials } from './kept-credentials';

/** What an SQS queue hides a message for unless told otherwise (SQS API reference, CreateQueue). */
const DEFAULT_VISIBILITY_SECONDS = 30;

function received({ Body, MessageId, ReceiptHandle, Attributes }: Message): Received {
  const sentAt = Number(Attributes?.SentTimestamp);
  return {
    body: {
      text: Body ?? '',
      messageId: MessageId ?? '',
      sentAt: Number.isFinite(sentAt) ? sentAt : null,
    },
    receipt: ReceiptHandle ?? '',
  };
}

/** The handles of a batch, each with its place as its id. */
function entriesOf(receipts: readonly string[]) {
  return receipts.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
}

/** A queue of Amazon SQS, or of what speaks its protocol. */
export function connectQueue(address: QueueAddress): Queue {
  const client = signedClient(address);
  const QueueUrl = address.queueUrl;

  async function attribute(name: QueueAttributeName, abortSignal: AbortSignal) {
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [name] });
    const { Attributes } = await client.send(command, { abortSignal });
    return Attributes?.[name];
  }

  return {
    async receive(waitTimeSeconds, abortSignal) {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: BATCH,
        WaitTimeSeconds: waitTimeSeconds,
        MessageSystemAttributeNames: ['SentTimestamp'],
      });
      const { Messages: messages = [] } = await client.send(command, { abortSignal });
      return messages.map(received);
    },
    async remove(receipts, abortSignal) {
      const command = new DeleteMessageBatchCommand({ QueueUrl, Entries: entriesOf(receipts) });
      const { Failed: failed = [] } = await client.send(command, { abortSignal });
      return failed.map(({ Id, Code: code = '' }) => ({
        receipt: receipts[Number(Id)] ?? '',
        code,
      }));
    },
    async extend(receipts, VisibilityTimeout, abortSignal) {
      const Entries = entriesOf(receipts).map((entry) => ({ ...entry, VisibilityTimeout }));
      const command = new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries });
      await client.send(command, { abortSignal });
    },
    waiting: async (signal) =>
      Number((await attribute('ApproximateNumberOfMessages', signal)) ?? 0),
    visibilitySeconds: async (signal) =>
      Number((await attribute('VisibilityTimeout', signal)) ?? DEFAULT_VISIBILITY_SECONDS),
    renew: () => client.renew(),
  };
}
