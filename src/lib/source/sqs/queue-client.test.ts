import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  LOCAL_QUEUE_URL,
  startLocalQueue,
  type LocalQueue,
} from '../../../../cli/local/local-queue';
import type { Queue } from './queue';
import { connectQueue } from './queue-client';

const ever = new AbortController().signal;

let local: LocalQueue;
let queue: Queue;

beforeEach(async () => {
  local = await startLocalQueue();
  queue = connectQueue({
    endpoint: local.endpoint,
    region: 'us-east-1',
    queueUrl: LOCAL_QUEUE_URL,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterEach(() => local.close());

describe('a queue of SQS', () => {
  it('tells how long it hides a message, and how many wait', async () => {
    await local.send(['{"n":0}', '{"n":1}']);
    expect(await queue.visibilitySeconds(ever)).toBe(30);
    expect(await queue.waiting(ever)).toBe(2);
  });

  it('hides messages for as long as it is told', async () => {
    await local.send(['{"n":0}', '{"n":1}']);
    const first = await queue.receive(0, ever);
    expect(first).toHaveLength(2);
    expect(await queue.receive(0, ever)).toEqual([]);
    await queue.extend([first[0]!.receipt], 0, ever);
    const again = await queue.receive(0, ever);
    expect(again.map(({ body }) => body.text)).toEqual([first[0]!.body.text]);
  });

  it('leaves those that it cannot hide, and deletes those that it can', async () => {
    await local.send(['{"n":0}']);
    const [message] = await queue.receive(0, ever);
    await queue.extend(['no receipt', message!.receipt], 60, ever);
    expect(await queue.remove([message!.receipt], ever)).toEqual([]);
    await queue.extend([message!.receipt], 0, ever);
    expect(await queue.receive(0, ever)).toEqual([]);
  });

  it('gives up a long poll at once when aborted', { timeout: 5_000 }, async () => {
    const stop = new AbortController();
    const waiting = queue.receive(20, stop.signal);
    setTimeout(() => stop.abort(), 50);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
