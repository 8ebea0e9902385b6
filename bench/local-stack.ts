import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
const QUEUE_NAME = 'aws-musical-event';
const MESSAGES_A_BATCH = 10;

export interface LocalStack {
  readonly address: string;
  /** Sends bodies to the local queue, ten a request. */
  send(bodies: readonly string[]): Promise<void>;
  /** About how many messages wait on the queue. */
  waiting(): Promise<number>;
  stop(): Promise<void>;
}

async function sender(address: string): Promise<Pick<LocalStack, 'send' | 'waiting'>> {
  const client = new SQSClient({
    endpoint: `${address}/sqs`,
    useQueueUrlAsEndpoint: false,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: QUEUE_NAME }));
  return {
    async send(bodies) {
      for (let from = 0; from < bodies.length; from += MESSAGES_A_BATCH) {
        const some = bodies.slice(from, from + MESSAGES_A_BATCH);
        const Entries = some.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
        await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      }
    },
    async waiting() {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames }),
      );
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
  };
}

/** Starts `npm start`'s stack with a feeder that feeds nothing, so that the benchmark alone sends. */
export async function startLocalStack(): Promise<LocalStack> {
  const args = ['cli/start.ts', '--rate', '0', '--port', '0', '--quiet'];
  const child = spawn('tsx', args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = ADDRESS.exec(printed);
      if (found) resolve(found[0]);
    });
    void ended.then(() =>
      reject(new Error(`the local stack ended before it named an address: ${printed}`)),
    );
  });
  return {
    address,
    ...(await sender(address)),
    stop: () => {
      process.kill(-(child.pid ?? 0), 'SIGINT');
      return ended;
    },
  };
}
