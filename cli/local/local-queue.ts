import type { AddressInfo } from 'node:net';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  SendMessageBatchCommand,
  SQSClient,
  type QueueAttributeName,
} from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { returnUndelivered } from './return-undelivered';

const REGION = 'us-east-1';
const QUEUE_NAME = 'aws-musical-event';

/**
 * The local queue's URL. Its host resolves nowhere: the local SQS reads Region and name from it and no more,
 * so a page built once keeps working whatever port the queue listens on.
 */
export const LOCAL_QUEUE_URL = `http://sqs.${REGION}.localhost/000000000000/${QUEUE_NAME}`;

/** How many messages wait on a queue, and how many were received and are not deleted yet. */
export interface QueueDepth {
  readonly waiting: number;
  readonly inFlight: number;
}

/** An SQS on this machine with one queue in it. */
export interface LocalQueue {
  /** For example `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Puts up to ten messages on the queue, in order. */
  send(bodies: readonly string[]): Promise<void>;
  /** Takes every message off the queue. */
  clear(): Promise<void>;
  depth(): Promise<QueueDepth>;
  close(): Promise<void>;
}

const DEPTH: QueueAttributeName[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
];

/** The emulator's own start always binds every interface, so its server is built here and bound to the loopback. */
async function listen() {
  const app = buildApp({ logger: false, defaultRegion: REGION });
  returnUndelivered(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { app, endpoint: `http://127.0.0.1:${port}` };
}

/** Starts an empty local SQS on a free port of 127.0.0.1 and creates the queue in it. */
export async function startLocalQueue(): Promise<LocalQueue> {
  const { app, endpoint } = await listen();
  const client = new SQSClient({
    endpoint,
    region: REGION,
    useQueueUrlAsEndpoint: false,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(new CreateQueueCommand({ QueueName: QUEUE_NAME }));
  return {
    endpoint,
    async send(bodies) {
      const Entries = bodies.map((body, index) => ({ Id: String(index), MessageBody: body }));
      const sent = await client.send(
        new SendMessageBatchCommand({ QueueUrl: LOCAL_QUEUE_URL, Entries }),
      );
      const [failed] = sent.Failed ?? [];
      if (failed) throw new Error(`the local queue refused a message: ${failed.Message}`);
    },
    async clear() {
      await client.send(new PurgeQueueCommand({ QueueUrl: LOCAL_QUEUE_URL }));
    },
    async depth() {
      const { Attributes: told } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: LOCAL_QUEUE_URL, AttributeNames: DEPTH }),
      );
      return {
        waiting: Number(told?.ApproximateNumberOfMessages),
        inFlight: Number(told?.ApproximateNumberOfMessagesNotVisible),
      };
    },
    async close() {
      client.destroy();
      await app.close();
    },
  };
}
