import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectQueue } from '../../src/lib/source/sqs/queue-client';
import { Audience } from './audience';
import { LOCAL_QUEUE_URL, startLocalQueue, type LocalQueue } from './local-queue';
import { serveSite, type SiteServer } from './site-server';

let folder: string;
let queue: LocalQueue;
let site: SiteServer;
let audience: Audience;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, '_app'));
  writeFileSync(join(folder, 'index.html'), 'the front page');
  writeFileSync(join(folder, 'about.html'), 'about');
  writeFileSync(join(folder, '200.html'), 'the fallback');
  writeFileSync(join(folder, '_app/part.js'), 'export {}');
  audience = new Audience(() => performance.now());
  queue = await startLocalQueue();
  site = await serveSite(folder, queue.endpoint, 0, audience);
});
afterEach(async () => {
  await site.close();
  await queue.close();
  rmSync(folder, { recursive: true });
});

async function get(path: string) {
  const response = await fetch(site.address + path);
  return { status: response.status, text: await response.text() };
}

/** A page's way to the queue. */
function pageQueue() {
  return connectQueue({
    endpoint: `${site.address}/sqs`,
    region: 'us-east-1',
    queueUrl: LOCAL_QUEUE_URL,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

const ever = new AbortController().signal;

describe('the local site', () => {
  it.each([
    ['/', 200, 'the front page'],
    ['/about', 200, 'about'],
    ['/about?x=1', 200, 'about'],
    ['/listen/deep', 200, 'the fallback'],
    ['/_app/part.js', 200, 'export {}'],
    ['/_app/missing.js', 404, ''],
  ])('answers %s with %i', async (path, status, text) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.text).toBe(text);
  });

  it('is only there for this machine', () => {
    expect(site.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(queue.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('takes the next port when one is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const second = await serveSite(folder, queue.endpoint, port, audience);
    expect(second.port).not.toBe(port);
    expect((await fetch(second.address)).status).toBe(200);
    await second.close();
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('the way to the queue', () => {
  it('brings a message to a long poll that waits, and its deletion back', async () => {
    const page = pageQueue();
    const poll = page.receive(20, ever);
    await queue.send(['hello']);
    const [message] = await poll;
    expect(message?.body.text).toBe('hello');
    expect(await page.remove([message?.receipt ?? ''], ever)).toEqual([]);
    expect(audience.listening).toBe(true);
  });

  it('lets four long polls and a deletion be under way at once', async () => {
    const page = pageQueue();
    await queue.send(['first']);
    const [first] = await page.receive(1, ever);
    const end = new AbortController();
    const polls = Array.from({ length: 4 }, () => page.receive(20, end.signal).catch(() => []));
    expect(await page.remove([first?.receipt ?? ''], ever)).toEqual([]);
    end.abort();
    await Promise.all(polls);
  });

  it('brings nothing that was cleared away before', async () => {
    await queue.send(['old']);
    await queue.clear();
    await queue.send(['new']);
    const received = await pageQueue().receive(1, ever);
    expect(received.map(({ body }) => body.text)).toEqual(['new']);
  });

  it('gives messages to the next page when one has gone in the middle of its poll', async () => {
    const gone = new AbortController();
    const poll = pageQueue().receive(20, gone.signal);
    await expect.poll(() => audience.listening).toBe(true);
    gone.abort();
    await expect(poll).rejects.toThrow();
    // The next page's own poll follows the news of the first one's end.
    await get('/');
    const next = pageQueue().receive(20, ever);
    await queue.send(['kept']);
    const received = await next;
    const again = received.length > 0 ? received : await pageQueue().receive(20, ever);
    expect(again.map(({ body }) => body.text)).toEqual(['kept']);
  });
});
