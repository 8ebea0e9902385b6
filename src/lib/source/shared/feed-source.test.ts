import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heartbeat } from '$lib/core/cloud/share-feed';
import { bridgeEvent } from '$lib/core/event/fixtures/bodies';
import { HeldWorld } from '../sqs/fixtures/held-world';
import { Recorder } from '../sqs/fixtures/recorder';
import type { QueueAddress } from '../sqs/queue-client';
import { FeedQueue } from './fixtures/feed-queue';
import { Seats } from './fixtures/seats';
import { SharedFeedSource } from './feed-source';
import { SeatRefusedError } from './seat';

let world: HeldWorld;
let seats: Seats;
let queue: FeedQueue;
let heard: Recorder;
let source: SharedFeedSource;
let stop: AbortController;
let run: Promise<void>;
/** The address of the newest connection. */
let address: QueueAddress | null;

const refused = (refusal: SeatRefusedError['refusal']) => new SeatRefusedError(refusal, 'no', '');
const event = (id: string) =>
  bridgeEvent({ id, resources: ['0f3a9c21'], detail: { redacted: 1, outcome: 'success' } });
const missing = Object.assign(new Error(), { name: 'QueueDoesNotExist' });

beforeEach(() => {
  world = new HeldWorld();
  seats = new Seats(world);
  queue = new FeedQueue(world);
  heard = new Recorder();
  address = null;
  const connect = async (at: QueueAddress) => {
    address = at;
    return queue;
  };
  source = new SharedFeedSource(seats.take, { connect }, world);
  stop = new AbortController();
});

afterEach(async () => {
  stop.abort();
  await run;
});

async function listen(): Promise<void> {
  run = source.run(heard, stop.signal);
  await world.pass(1_000);
}

/** What the SDK would do with a provider of credentials. */
async function credentials(forceRefresh: boolean) {
  const provider = address?.credentials;
  if (typeof provider !== 'function') throw new Error('no provider');
  return provider({ forceRefresh });
}

describe('listening to a share', () => {
  it('takes a seat, reads its queue, and knows the share', async () => {
    await listen();
    queue.send(event('e1'), heartbeat('h1', 0));
    await world.pass(1_000);
    expect(heard.texts).toEqual([JSON.stringify(event('e1'))]);
    expect(source.facts).toMatchObject({ name: 'Ops', listeners: 2, expiresAt: seats.expiresAt });
    expect(source.facts?.ownerSeenAt).toBeGreaterThan(world.now() - 2_000);
    expect(address?.queueUrl).toBe(seats.queueUrl);
    await world.pass(30_000);
    expect(queue.removed).toBe(2);
  });

  it('goes on with the same queue and new credentials, and asks for no seat twice', async () => {
    await listen();
    expect((await credentials(false)).accessKeyId).toBe('key-1');
    expect(seats.asked).toBe(1);
    expect((await credentials(true)).accessKeyId).toBe('key-2');
    queue.send(event('e1'));
    await world.pass(1_000);
    expect(heard.texts).toHaveLength(1);
    expect(heard.of('connecting')).toHaveLength(2);
  });

  it('moves to the queue of another seat when its own has gone', async () => {
    await listen();
    seats.queueUrl = 'https://sqs.test/listen-2';
    await credentials(true);
    await world.pass(1_000);
    expect(address?.queueUrl).toBe('https://sqs.test/listen-2');
  });

  it('stays when the renewal fails on the way', async () => {
    await listen();
    seats.errors.push(new TypeError('Failed to fetch'));
    await expect(credentials(true)).rejects.toThrow('Failed to fetch');
    queue.send(event('e1'));
    await world.pass(1_000);
    expect(heard.texts).toHaveLength(1);
    expect(heard.of('miss')).toEqual([]);
  });
});

describe('a seat that is refused', () => {
  it.each(['share-expired', 'share-revoked', 'share-unknown'] as const)(
    'is told as %s, and not asked for again but by hand',
    async (cause) => {
      seats.errors.push(refused(cause));
      await listen();
      expect(heard.of('miss')).toMatchObject([{ cause, retryInMs: Infinity }]);
      await world.pass(12 * 3_600_000);
      expect(seats.asked).toBe(1);
      source.tryNow();
      await world.pass(1_000);
      expect(seats.asked).toBe(2);
      expect(heard.of('check').length).toBeGreaterThan(0);
    },
  );

  it('is asked for each minute while all are taken', async () => {
    seats.errors.push(refused('share-full'), refused('share-full'));
    await listen();
    expect(heard.of('miss')).toMatchObject([{ cause: 'share-full', retryInMs: 60_000 }]);
    await world.pass(121_000);
    expect(seats.asked).toBe(3);
  });

  it('is asked for again when the way there failed', async () => {
    seats.errors.push(new TypeError('Failed to fetch'));
    await listen();
    expect(heard.of('miss')).toMatchObject([{ cause: 'unreachable' }]);
    await world.pass(1_000);
    expect(seats.asked).toBe(2);
  });
});

describe('a queue that is gone', () => {
  it('is asked for at each try until the way there is free, and heard at once when it is back', async () => {
    await listen();
    seats.errors.push(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'));
    queue.fail(missing);
    await world.pass(30_000);
    expect(seats.asked).toBeGreaterThan(3);
    queue.fault = null;
    await world.pass(10_000);
    queue.send(event('e1'));
    await world.pass(1_000);
    expect(heard.texts).toHaveLength(1);
  });
});

describe('the end of a share', () => {
  it('is told when the queue has gone with it', async () => {
    await listen();
    seats.errors.push(refused('share-revoked'), refused('share-revoked'));
    queue.fail(missing);
    await world.pass(60_000);
    expect(heard.of('miss').map(({ cause }) => cause)).not.toContain('queue-missing');
    expect(heard.of('miss').at(-1)).toMatchObject({ cause: 'share-revoked' });
    const { received } = queue;
    await world.pass(600_000);
    expect(queue.received).toBe(received);
  });

  it('is asked for when its time has come, by the word of the server', async () => {
    seats.expiresAt = world.now() + 60_000;
    await listen();
    await world.pass(40_000);
    expect(seats.asked).toBe(1);
    seats.errors.push(refused('share-expired'), refused('share-expired'));
    await world.pass(40_000);
    expect(heard.of('miss').at(-1)).toMatchObject({ cause: 'share-expired' });
  });

  it('is asked for when nothing is heard of the owner', async () => {
    await listen();
    seats.errors.push(refused('share-revoked'), refused('share-revoked'));
    await world.pass(140_000);
    expect(seats.asked).toBe(1);
    await world.pass(40_000);
    expect(heard.of('miss').at(-1)).toMatchObject({ cause: 'share-revoked' });
  });
});
