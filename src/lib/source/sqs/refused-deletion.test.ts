import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
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

const PLACE = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
const DENIED: Fault = {
  status: 403,
  body: { __type: 'com.amazonaws.sqs#AccessDenied', message: 'sqs:DeleteMessage' },
};

let queue: LocalQueue;
let proxy: FaultProxy;
let deletions: (request: Request) => Fault | null;
let stop: AbortController;

beforeEach(async () => {
  stop = new AbortController();
  queue = await startLocalQueue();
  proxy = await startFaultProxy(queue.endpoint, (request) =>
    request.action === 'DeleteMessageBatch' ? deletions(request) : null,
  );
});
afterEach(async () => {
  stop.abort();
  await proxy.close();
  await queue.close();
});

interface Entry {
  readonly Id: string;
  readonly ReceiptHandle: string;
}

const entriesOf = ({ body }: Request) => body['Entries'] as Entry[];

function listenTo() {
  const listener = new Recorder();
  const address = { ...PLACE, endpoint: proxy.endpoint, queueUrl: LOCAL_QUEUE_URL };
  const source = new SqsSource(address, { waitTimeSeconds: 0 }, briskSurroundings());
  return { listener, run: source.run(listener, stop.signal) };
}

/** Ends the time in which a message that was received is hidden. */
async function deliverAgain(ReceiptHandle: string): Promise<void> {
  const client = new SQSClient({
    ...PLACE,
    endpoint: queue.endpoint,
    useQueueUrlAsEndpoint: false,
  });
  const QueueUrl = LOCAL_QUEUE_URL;
  const VisibilityTimeout = 0;
  await client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
  );
  client.destroy();
}

describe('deletions that are denied', () => {
  it('are told once, and once more when they are no longer', async () => {
    deletions = () => DENIED;
    await queue.send(['{"n":0}']);
    const { listener, run } = listenTo();
    await listener.until(() => listener.of('deletion').length === 1);
    const checks = listener.of('check').length;
    await listener.until(() => listener.of('check').length > checks + 4);
    expect(listener.of('deletion')).toMatchObject([{ cause: 'denied', code: 'AccessDenied' }]);

    const [refused] = proxy.requests.filter(({ action }) => action === 'DeleteMessageBatch');
    deletions = () => null;
    await deliverAgain((refused && entriesOf(refused)[0]?.ReceiptHandle) ?? '');
    await listener.until(() => listener.texts.length === 2);
    await listener.until(() => listener.of('deletion').length === 2);
    expect(listener.of('deletion')[1]).toMatchObject({ cause: null, code: null });
    expect(listener.of('miss')).toEqual([]);
    stop.abort();
    await run;
  });

  it('for some messages alone are told by the code that came with them', async () => {
    deletions = (request) => {
      const Failed = entriesOf(request).map(({ Id }) => ({
        Id,
        Code: 'KmsAccessDenied',
        SenderFault: true,
      }));
      return { status: 200, body: { Successful: [], Failed } };
    };
    await queue.send(['{"n":0}', '{"n":1}']);
    const { listener, run } = listenTo();
    await listener.until(() => listener.of('deletion').length === 1);
    expect(listener.of('deletion')).toMatchObject([{ cause: 'denied', code: 'KmsAccessDenied' }]);
    stop.abort();
    await run;
  });
});
