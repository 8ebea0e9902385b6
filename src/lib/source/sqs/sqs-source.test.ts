import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  LOCAL_QUEUE_URL,
  startLocalQueue,
  type LocalQueue,
} from '../../../../cli/local/local-queue';
import { briskSurroundings } from './fixtures/brisk-surroundings';
import { startFaultProxy, type Fault, type FaultProxy, type Request } from './fixtures/fault-proxy';
import { Recorder } from './fixtures/recorder';
import { SqsSource } from './sqs-source';

const REGION = 'us-east-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let queue: LocalQueue;
let proxy: FaultProxy;
let fault: (request: Request) => Fault | null;
let stop: AbortController;

beforeEach(async () => {
  fault = () => null;
  stop = new AbortController();
  queue = await startLocalQueue();
  proxy = await startFaultProxy(queue.endpoint, (request) => fault(request));
});
afterEach(async () => {
  stop.abort();
  await proxy.close();
  await queue.close();
});

function source(options = {}, surroundings = briskSurroundings()) {
  const address = {
    endpoint: proxy.endpoint,
    region: REGION,
    queueUrl: LOCAL_QUEUE_URL,
    credentials,
  };
  return new SqsSource(address, options, surroundings);
}

async function send(count: number): Promise<string[]> {
  const bodies = Array.from({ length: count }, (_, index) => `{"n":${index}}`);
  for (let from = 0; from < count; from += 10) await queue.send(bodies.slice(from, from + 10));
  return bodies;
}

/** A way to the queue that no fault lies in. */
async function directly<T>(act: (client: SQSClient) => Promise<T>): Promise<T> {
  const client = new SQSClient({
    endpoint: queue.endpoint,
    region: REGION,
    credentials,
    useQueueUrlAsEndpoint: false,
  });
  return act(client).finally(() => client.destroy());
}

/** How many messages the queue holds, visible and not. */
async function held(): Promise<number> {
  const AttributeNames = [
    'ApproximateNumberOfMessages' as const,
    'ApproximateNumberOfMessagesNotVisible' as const,
  ];
  const ask = new GetQueueAttributesCommand({ QueueUrl: LOCAL_QUEUE_URL, AttributeNames });
  const { Attributes: counts = {} } = await directly((client) => client.send(ask));
  return Object.values(counts).reduce((sum, count) => sum + Number(count), 0);
}

/** Ends the time in which a message that was received is hidden. */
async function deliverAgain(ReceiptHandle: string): Promise<void> {
  const QueueUrl = LOCAL_QUEUE_URL;
  const show = new ChangeMessageVisibilityCommand({
    QueueUrl,
    ReceiptHandle,
    VisibilityTimeout: 0,
  });
  await directly((client) => client.send(show));
}

const actions = (name: string) => proxy.requests.filter(({ action }) => action === name);
/** Waits for what happens behind the listener's back. */
const eventually = (holds: () => Promise<boolean> | boolean) =>
  expect.poll(holds, { timeout: 10_000, interval: 20 }).toBe(true);

describe('a queue that is listened to', () => {
  it('gives every message once, with when it was sent, and is empty afterwards', async () => {
    const bodies = await send(25);
    const listener = new Recorder();
    const run = source().run(listener, stop.signal);
    await listener.until(() => listener.texts.length === 25);
    await eventually(async () => (await held()) === 0);
    stop.abort();
    await run;
    expect([...listener.texts].sort()).toEqual([...bodies].sort());
    expect(listener.reports[0]?.kind).toBe('connecting');
    for (const { bodies: some, receivedAt } of listener.batches)
      for (const { sentAt, messageId } of some) {
        expect(messageId).not.toBe('');
        expect(receivedAt - (sentAt ?? 0)).toBeGreaterThanOrEqual(0);
      }
  });

  it('asks once whether the queue answers, then with long polls of 20 s, for ten messages', async () => {
    const listener = new Recorder();
    const run = source().run(listener, stop.signal);
    await eventually(() => actions('ReceiveMessage').length === 2);
    const asked = { MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['SentTimestamp'] };
    expect(actions('ReceiveMessage').map(({ body }) => body)).toMatchObject([
      { WaitTimeSeconds: 0, ...asked },
      { WaitTimeSeconds: 20, ...asked },
    ]);
    expect(listener.reports.map(({ kind }) => kind)).toEqual(['connecting', 'check']);
    stop.abort();
    await run;
  });

  it('deletes a message only when the listener has taken it', async () => {
    await send(1);
    let taken = () => undefined as unknown;
    const listener = new Recorder();
    listener.take = (batch) => {
      listener.batches.push(batch);
      return new Promise<void>((resolve) => (taken = resolve));
    };
    const run = source().run(listener, stop.signal);
    await eventually(() => listener.batches.length === 1);
    expect(actions('DeleteMessageBatch')).toEqual([]);
    expect(await held()).toBe(1);
    taken();
    await eventually(async () => (await held()) === 0);
    stop.abort();
    await run;
  });

  it('keeps the messages and ends with the error when the listener fails', async () => {
    await send(1);
    const listener = new Recorder();
    listener.take = () => Promise.reject(new Error('a defect'));
    await expect(source().run(listener, stop.signal)).rejects.toThrow('a defect');
    expect(actions('DeleteMessageBatch')).toEqual([]);
    expect(await held()).toBe(1);
  });

  it('stops at once, also in the middle of a long poll', { timeout: 5_000 }, async () => {
    const listener = new Recorder();
    fault = (request) => (request.action === 'ReceiveMessage' ? null : 'reset');
    const run = source().run(listener, stop.signal);
    await eventually(() => actions('ReceiveMessage').length > 0);
    stop.abort();
    await run;
    const told = listener.reports.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listener.reports.length).toBe(told);
  });

  it('does nothing when it is stopped before it begins', async () => {
    stop.abort();
    const listener = new Recorder();
    await source().run(listener, stop.signal);
    expect(listener.reports).toEqual([]);
  });
});

describe('deletions', () => {
  it('that fail for some messages are tried again for those alone', async () => {
    await send(3);
    let refused: string[] = [];
    fault = ({ action, body }) => {
      if (action !== 'DeleteMessageBatch' || refused.length > 0) return null;
      const entries = body['Entries'] as { Id: string; ReceiptHandle: string }[];
      refused = entries.map(({ ReceiptHandle }) => ReceiptHandle);
      const Failed = entries.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
      return { status: 200, body: { Successful: [], Failed } };
    };
    const listener = new Recorder();
    const run = source().run(listener, stop.signal);
    await listener.until(() => listener.texts.length === 3);
    await eventually(async () => (await held()) === 0);
    const again = actions('DeleteMessageBatch')
      .slice(1)
      .flatMap(({ body }) => body['Entries'] as { ReceiptHandle: string }[])
      .map(({ ReceiptHandle }) => ReceiptHandle);
    expect(again).toEqual(expect.arrayContaining(refused));
    stop.abort();
    await run;
  });

  it('that never succeed give up, and the queue goes on being read', async () => {
    await send(1);
    fault = ({ action }) => (action === 'DeleteMessageBatch' ? 'reset' : null);
    const listener = new Recorder();
    const run = source().run(listener, stop.signal);
    await eventually(() => actions('DeleteMessageBatch').length === 4);
    fault = () => null;
    await send(1);
    await listener.until(() => listener.texts.length === 2);
    await listener.until(() => listener.of('deletion').at(-1)?.cause === null);
    expect(listener.of('deletion').map(({ cause }) => cause)).toEqual(['unreachable', null]);
    expect(listener.of('miss')).toEqual([]);
    stop.abort();
    await run;
  });
});

describe('a message that could not be deleted', () => {
  it('is taken again when it comes again, and deleted then', async () => {
    await send(1);
    fault = ({ action }) => (action === 'DeleteMessageBatch' ? 'reset' : null);
    const listener = new Recorder();
    const run = source().run(listener, stop.signal);
    await eventually(() => actions('DeleteMessageBatch').length === 4);
    fault = () => null;
    const [entry] = actions('DeleteMessageBatch')[0]?.body['Entries'] as {
      ReceiptHandle: string;
    }[];
    await deliverAgain(entry?.ReceiptHandle ?? '');
    await listener.until(() => listener.texts.length === 2);
    await eventually(async () => (await held()) === 0);
    const ids = listener.batches.flatMap(({ bodies }) => bodies.map(({ messageId }) => messageId));
    expect(ids[1]).toBe(ids[0]);
    stop.abort();
    await run;
  });
});

describe('how many receives are in flight', () => {
  it('is one while the queue is quiet', async () => {
    const listener = new Recorder();
    const run = source({ waitTimeSeconds: 1 }).run(listener, stop.signal);
    await listener.until(() => listener.of('check').length === 2);
    stop.abort();
    await run;
    expect(proxy.mostReceives).toBe(1);
    expect(actions('GetQueueAttributes')).toEqual([]);
  });

  it('grows to four while batches come full, with estimates of the backlog, and falls back', async () => {
    await send(400);
    const listener = new Recorder();
    const run = source({ waitTimeSeconds: 1, backlogEveryMs: 0 }).run(listener, stop.signal);
    await listener.until(() => listener.texts.length >= 400);
    expect(proxy.mostReceives).toBe(4);
    await listener.until(() => listener.of('backlog').at(-1)?.waiting === 0);
    const estimates = listener.of('backlog').map(({ waiting }) => waiting);
    expect(Math.max(...estimates)).toBeGreaterThan(0);
    const checks = listener.of('check').length;
    await listener.until(() => listener.of('check').length > checks + 4);
    proxy.mostReceives = 0;
    await listener.until(() => listener.of('check').length > checks + 5);
    expect(proxy.mostReceives).toBe(1);
    stop.abort();
    await run;
    await eventually(async () => (await held()) === 0);
  });

  it('asks with short polls while it is more than one, so that the end of a backlog is told at once', async () => {
    await send(100);
    const listener = new Recorder();
    const run = source().run(listener, stop.signal);
    await listener.until(() => listener.of('backlog').at(-1)?.waiting === 0);
    expect(listener.texts).toHaveLength(100);
    stop.abort();
    await run;
    const waits = actions('ReceiveMessage').map(({ body }) => body.WaitTimeSeconds);
    expect(new Set(waits.slice(1, 8))).toEqual(new Set([1]));
  });

  it('goes on without a number where the estimate is denied', async () => {
    await send(40);
    fault = ({ action }) =>
      action === 'GetQueueAttributes'
        ? { status: 403, body: { __type: 'AccessDeniedException', message: 'no' } }
        : null;
    const listener = new Recorder();
    const run = source({ waitTimeSeconds: 1 }).run(listener, stop.signal);
    await listener.until(() => listener.texts.length >= 40);
    expect(listener.of('miss')).toEqual([]);
    stop.abort();
    await run;
  });
});
