import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test, type Page } from '@playwright/test';
import type { ViteDevServer } from 'vite';
import type { QueueAddress } from '../../../src/lib/source/sqs/queue-client';
import { startLocalAwsSqs, startMoto, type SecondQueue } from './second-queue';
import { serveStage } from './serve-stage';
import { startStrictGate } from './strict-gate';

const SIGNER = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'a secret / that + is = long enough',
  sessionToken: 'a+token/of==a session',
  region: 'us-east-1',
};
const { region, ...CREDENTIALS } = SIGNER;
const TEXTS = Array.from(
  { length: 25 },
  (_, index) => `message ${index} – ü, 日本, "quoted" & <b>`,
);
const NO_MOTO = 'Skipped: moto cannot be installed here, for no Python registry is reached.';
const QUEUE_NAME = 'aws-musical-event';

let stage: { url: string; server: ViteDevServer };
test.beforeAll(async () => {
  stage = await serveStage();
});
test.afterAll(() => stage.server.close());

function clientOf(queue: SecondQueue): SQSClient {
  const { endpoint } = queue;
  return new SQSClient({
    endpoint,
    region,
    credentials: CREDENTIALS,
    useQueueUrlAsEndpoint: false,
  });
}

/** Creates a queue with the messages in it, as a second client; gives its URL. */
async function filled(client: SQSClient): Promise<string> {
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: QUEUE_NAME }));
  for (let from = 0; from < TEXTS.length; from += 10) {
    const texts = TEXTS.slice(from, from + 10);
    const Entries = texts.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
  return QueueUrl;
}

/** How many messages the queue still has, hidden or not. */
async function leftIn(client: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes: told } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: hidden } =
    told ?? {};
  return Number(waiting) + Number(hidden);
}

async function listen(page: Page, address: QueueAddress): Promise<void> {
  await page.goto(stage.url);
  await page.waitForFunction(() => 'queueStage' in globalThis);
  await page.evaluate((to) => globalThis.queueStage.listen(to), address);
}

function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => globalThis.queueStage.recorder.texts);
}

test('another implementation is heard across origins, through a door that checks each signature', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const queue = await startLocalAwsSqs();
  const gate = await startStrictGate(queue.endpoint, SIGNER);
  const client = clientOf(queue);
  try {
    const queueUrl = await filled(client);
    await listen(page, { endpoint: gate.endpoint, region, queueUrl, credentials: CREDENTIALS });
    await expect.poll(async () => (await heard(page)).sort()).toEqual([...TEXTS].sort());
    await expect.poll(() => leftIn(client, queueUrl)).toBe(0);
    expect(gate.refusals).toEqual([]);
    expect(gate.preflights).toBeGreaterThan(0);
    expect(gate.passed).toBeGreaterThanOrEqual(6);
  } finally {
    client.destroy();
    await gate.close();
    await queue.close();
  }
});

test('a wrong secret is refused by the door, and told as a matter of credentials', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const queue = await startLocalAwsSqs();
  const gate = await startStrictGate(queue.endpoint, SIGNER);
  const client = clientOf(queue);
  try {
    const queueUrl = await filled(client);
    const credentials = { ...CREDENTIALS, secretAccessKey: 'another' };
    await listen(page, { endpoint: gate.endpoint, region, queueUrl, credentials });
    await expect
      .poll(() => page.evaluate(() => globalThis.queueStage.recorder.of('miss')[0]))
      .toMatchObject({ cause: 'credentials', code: 'InvalidSignatureException' });
    expect(new Set(gate.refusals)).toEqual(new Set(['the signature is wrong']));
    expect(gate.passed).toBe(0);
    expect(await heard(page)).toEqual([]);
  } finally {
    client.destroy();
    await gate.close();
    await queue.close();
  }
});

test('moto is heard across origins, without a proxy', async ({ page }) => {
  test.setTimeout(240_000);
  const queue = await startMoto();
  if (!queue) {
    console.log(NO_MOTO);
    return test.skip(true, NO_MOTO);
  }
  const client = clientOf(queue);
  try {
    const queueUrl = await filled(client);
    const { endpoint } = queue;
    await listen(page, { endpoint, region, queueUrl, credentials: CREDENTIALS });
    await expect.poll(async () => (await heard(page)).sort()).toEqual([...TEXTS].sort());
    await expect.poll(() => leftIn(client, queueUrl)).toBe(0);
  } finally {
    client.destroy();
    await queue.close();
  }
});
