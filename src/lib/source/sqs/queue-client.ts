import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import { BATCH, type Queue, type Received } from './queue';

export interface QueueCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Where a queue is and who may read it. */
export interface QueueAddress {
  /** Another endpoint than the Region's own, for example a local one; the queue's URL is then only its name. */
  readonly endpoint?: string;
  readonly region: string;
  readonly queueUrl: string;
  /** Credentials, or what gets fresh ones: it is called at the start, and again before they expire. */
  readonly credentials: QueueCredentials | (() => Promise<QueueCredentials>);
}

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

/** The one place where the SDK's client is made. It tries once: retries belong to the poll loop. */
function clientFor({ endpoint, region, credentials }: QueueAddress): SQSClient {
  return new SQSClient({
    region,
    credentials,
    maxAttempts: 1,
    ...(endpoint !== undefined && { endpoint, useQueueUrlAsEndpoint: false }),
  });
}

/** A queue of Amazon SQS, or of what speaks its protocol. */
export function connectQueue(address: QueueAddress): Queue {
  const client = clientFor(address);
  const QueueUrl = address.queueUrl;
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
      const Entries = receipts.map((ReceiptHandle, index) => ({
        Id: String(index),
        ReceiptHandle,
      }));
      const command = new DeleteMessageBatchCommand({ QueueUrl, Entries });
      const { Failed: failed = [] } = await client.send(command, { abortSignal });
      return failed.map(({ Id, Code: code = '' }) => ({
        receipt: receipts[Number(Id)] ?? '',
        code,
      }));
    },
    async waiting(abortSignal) {
      const command = new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages'],
      });
      const { Attributes } = await client.send(command, { abortSignal });
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
  };
}
