import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from './fault';
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './fault-proxy';

const ANSWER = JSON.stringify({ Messages: [{ MessageId: 'm', Body: 'b', ReceiptHandle: 'r' }] });

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A queue that answers each receive with one message, and each deletion with success. */
async function queueOfOne(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${String(request.headers['x-amz-target'])}`);
    request.resume().on('end', () => response.end(ANSWER));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function proxied(options: Partial<FaultProxyOptions>) {
  const queue = await queueOfOne();
  const proxy = await startFaultProxy({ queue: queue.address, dealer: null, seed: 1, ...options });
  endings.push(() => proxy.close());
  return { queue, proxy };
}

/** Deals the faults that are listed, one a request, and then none. */
function dealing(...faults: readonly Fault[]) {
  const left = [...faults];
  return { next: () => left.shift() ?? null };
}

function receive(proxy: FaultProxy, signal?: AbortSignal): Promise<Response> {
  return fetch(`${proxy.address}/sqs/`, {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonSQS.ReceiveMessage', 'user-agent': 'a-tab' },
    body: JSON.stringify({ QueueUrl: 'q', MaxNumberOfMessages: 10 }),
    ...(signal && { signal }),
  });
}

describe('the fault proxy', () => {
  it('passes everything where no faults are wanted, and counts it', async () => {
    const told: string[] = [];
    const { queue, proxy } = await proxied({
      onAsked: ({ action, userAgent }) => told.push(`${userAgent} ${action}`),
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => receive(proxy)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts)).toEqual(new Set([ANSWER]));
    expect(queue.asked[0]).toBe('/ AmazonSQS.ReceiveMessage');
    expect(proxy.requests).toBe(20);
    expect(told[0]).toBe('a-tab ReceiveMessage');
  });

  it('serves the site beside the queue', async () => {
    const site = await queueOfOne();
    const { proxy } = await proxied({ site: site.address });
    await fetch(`${proxy.address}/a/page`);
    expect(site.asked).toEqual(['/a/page undefined']);
    expect(proxy.requests).toBe(0);
  });

  it('refuses with the code of the fault, and the queue is not asked', async () => {
    const { queue, proxy } = await proxied({ dealer: dealing('denied', 'unavailable') });
    const denied = await receive(proxy);
    expect(denied.status).toBe(403);
    expect(await denied.json()).toMatchObject({
      __type: 'com.amazon.coral.service#AccessDeniedException',
    });
    expect((await receive(proxy)).status).toBe(503);
    expect(queue.asked).toEqual([]);
    expect(await (await receive(proxy)).text()).toBe(ANSWER);
  });

  it('resets a connection before the queue is asked', async () => {
    const { queue, proxy } = await proxied({ dealer: dealing('reset') });
    await expect(receive(proxy)).rejects.toThrow('fetch failed');
    expect(queue.asked).toEqual([]);
  });

  it('loses an answer after the queue was asked', async () => {
    const { queue, proxy } = await proxied({ dealer: dealing('lost-answer') });
    await expect(receive(proxy)).rejects.toThrow('fetch failed');
    expect(queue.asked).toHaveLength(1);
  });

  it('cuts an answer off in the middle of its body', async () => {
    const { proxy } = await proxied({ dealer: dealing('cut-off') });
    const answer = await receive(proxy);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it('hangs until the listener gives up, and serves others meanwhile', async () => {
    const { queue, proxy } = await proxied({ dealer: dealing('hang') });
    const patience = new AbortController();
    const hanging = receive(proxy, patience.signal);
    while (proxy.requests === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await receive(proxy)).status).toBe(200);
    patience.abort();
    await expect(hanging).rejects.toThrow('aborted');
    expect(queue.asked).toHaveLength(1);
  });

  it('delivers a message twice', async () => {
    const { proxy } = await proxied({ dealer: dealing('duplicate') });
    const { Messages: messages } = (await (await receive(proxy)).json()) as { Messages: object[] };
    expect(messages).toHaveLength(2);
  });
});
