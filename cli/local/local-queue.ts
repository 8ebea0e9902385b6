import type { AddressInfo } from 'node:net';
import { buildApp } from 'fauxqs';
import { askEmulator } from './ask-emulator';
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

/** What a queue tells of its depth. */
interface Depth {
  readonly Attributes: {
    readonly ApproximateNumberOfMessages: string;
    readonly ApproximateNumberOfMessagesNotVisible: string;
  };
}

/** The messages of a batch that were refused. */
interface Sent {
  readonly Failed?: readonly { readonly Message: string }[];
}

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
  const ask = (action: string, input: object = {}) =>
    askEmulator(app, action, { QueueUrl: LOCAL_QUEUE_URL, ...input });
  await askEmulator(app, 'CreateQueue', { QueueName: QUEUE_NAME });
  return {
    endpoint,
    async send(bodies) {
      const Entries = bodies.map((body, index) => ({ Id: String(index), MessageBody: body }));
      const { Failed: [failed] = [] } = (await ask('SendMessageBatch', { Entries })) as Sent;
      if (failed) throw new Error(`the local queue refused a message: ${failed.Message}`);
    },
    async clear() {
      await ask('PurgeQueue');
    },
    async depth() {
      const AttributeNames = [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
      ];
      const { Attributes: told } = (await ask('GetQueueAttributes', { AttributeNames })) as Depth;
      return {
        waiting: Number(told.ApproximateNumberOfMessages),
        inFlight: Number(told.ApproximateNumberOfMessagesNotVisible),
      };
    },
    close: () => app.close(),
  };
}
