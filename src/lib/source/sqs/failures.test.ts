import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  LOCAL_QUEUE_URL,
  startLocalQueue,
  type LocalQueue,
} from '../../../../cli/local/local-queue';
import type { Surroundings } from '../surroundings';
import { briskSurroundings } from './fixtures/brisk-surroundings';
import { startFaultProxy, type Fault, type FaultProxy } from './fixtures/fault-proxy';
import { Recorder } from './fixtures/recorder';
import { SqsSource } from './sqs-source';
import type { QueueAddress } from './queue-client';

let queue: LocalQueue;
let proxy: FaultProxy;
let stop: AbortController;
/** The faults to come, first to last; then everything succeeds. */
let faults: Fault[];

beforeAll(async () => {
  queue = await startLocalQueue();
});
afterAll(() => queue.close());

beforeEach(async () => {
  faults = [];
  stop = new AbortController();
  proxy = await startFaultProxy(queue.endpoint, () => faults.shift() ?? null);
});
afterEach(async () => {
  stop.abort();
  await proxy.close();
});

function listenWith(
  surroundings: Surroundings,
  address: Partial<QueueAddress> = {},
  backoffCapMs = 120_000,
) {
  const listener = new Recorder();
  const source = new SqsSource(
    {
      endpoint: proxy.endpoint,
      region: 'us-east-1',
      queueUrl: LOCAL_QUEUE_URL,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      ...address,
    },
    { waitTimeSeconds: 0, backoffCapMs },
    surroundings,
  );
  return { listener, source, run: source.run(listener, stop.signal) };
}

function refusal(status: number, type: string, message = 'as told'): Fault {
  return { status, body: { __type: `com.amazonaws.sqs#${type}`, message } };
}

describe('a failure is told by its class, and the loop goes on', () => {
  it.each([
    ['unreachable', 'reset', 'ECONNRESET'],
    ['unreachable', refusal(500, 'InternalFailure'), 'InternalFailure'],
    ['unreachable', refusal(503, 'ServiceUnavailable'), 'ServiceUnavailable'],
    ['throttled', refusal(400, 'ThrottlingException'), 'ThrottlingException'],
    ['throttled', refusal(403, 'RequestThrottled'), 'RequestThrottled'],
    ['throttled', refusal(429, 'Whatever'), 'Whatever'],
    ['credentials', refusal(403, 'ExpiredToken'), 'ExpiredToken'],
    ['credentials', refusal(403, 'InvalidClientTokenId'), 'InvalidClientTokenId'],
    ['denied', refusal(403, 'AccessDenied'), 'AccessDenied'],
    ['denied', refusal(403, 'SomethingNew'), 'SomethingNew'],
    ['queue-missing', refusal(400, 'QueueDoesNotExist'), 'QueueDoesNotExist'],
    ['clock-skew', refusal(403, 'RequestTimeTooSkewed'), 'RequestTimeTooSkewed'],
    [
      'clock-skew',
      refusal(403, 'SignatureDoesNotMatch', 'Signature expired: it is now later'),
      'SignatureDoesNotMatch',
    ],
  ] as const)('%s', async (cause, harm, code) => {
    faults = [harm];
    const { listener, run } = listenWith(briskSurroundings());
    await listener.until(() => listener.of('check').length > 0);
    expect(listener.of('miss')).toMatchObject([{ cause, code }]);
    stop.abort();
    await run;
  });

  it('offline, when the machine knows of no network; its return ends the wait', async () => {
    faults = ['reset'];
    let online = false;
    let comeBack = () => undefined as unknown;
    const { listener, run } = listenWith({
      ...briskSurroundings(),
      isOnline: () => online,
      sleep: (_ms, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
      nextOnline: () => new Promise<void>((resolve) => (comeBack = resolve)),
    });
    await listener.until(() => listener.of('miss').length === 1);
    expect(listener.of('miss')).toMatchObject([{ cause: 'offline', retryInMs: 60_000 }]);
    expect(proxy.requests).toHaveLength(1);
    online = true;
    comeBack();
    await listener.until(() => listener.of('check').length > 0);
    stop.abort();
    await run;
  });
});

describe('waits', () => {
  it('double with full jitter up to the cap, and begin anew after a success', async () => {
    faults = Array.from({ length: 9 }, () => 'reset' as const);
    const surroundings = briskSurroundings(0.999999);
    const { listener, run } = listenWith(surroundings, {}, 8_000);
    await listener.until(() => listener.of('check').length > 0);
    const waits = [500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000, 8_000];
    expect(surroundings.slept).toEqual(waits);
    expect(listener.of('miss').map(({ retryInMs }) => retryInMs)).toEqual(waits);
    faults = ['reset'];
    const checks = listener.of('check').length;
    await listener.until(() => listener.of('miss').length === 10);
    await listener.until(() => listener.of('check').length > checks + 1);
    expect(surroundings.slept.at(-1)).toBe(500);
    stop.abort();
    await run;
  });

  it('end when a person asks to try now', async () => {
    faults = ['reset'];
    const { listener, source, run } = listenWith({
      ...briskSurroundings(),
      sleep: (_ms, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    await listener.until(() => listener.of('miss').length === 1);
    expect(proxy.requests).toHaveLength(1);
    source.tryNow();
    await listener.until(() => listener.of('check').length > 0);
    stop.abort();
    await run;
  });

  it('end when the source is stopped', { timeout: 5_000 }, async () => {
    faults = [refusal(400, 'QueueDoesNotExist')];
    const { listener, run } = listenWith({
      ...briskSurroundings(),
      sleep: (_ms, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    await listener.until(() => listener.of('miss').length === 1);
    stop.abort();
    await run;
  });
});

describe('credentials', () => {
  it('are fetched anew, at once, when they are refused', async () => {
    faults = [refusal(403, 'ExpiredToken')];
    const given: string[] = [];
    const surroundings = briskSurroundings();
    const { listener, run } = listenWith(surroundings, {
      credentials: async () => {
        given.push(`key ${given.length}`);
        return { accessKeyId: given.at(-1) ?? '', secretAccessKey: 'local' };
      },
    });
    await listener.until(() => listener.of('check').length > 0);
    expect(given).toEqual(['key 0', 'key 1']);
    expect(surroundings.slept).toEqual([0]);
    stop.abort();
    await run;
  });

  it('that cannot be had are told as such', async () => {
    const failing = Object.assign(new Error('signed out'), { name: 'NotAuthorizedException' });
    const { listener, run } = listenWith(briskSurroundings(), {
      credentials: () => Promise.reject(failing),
    });
    await listener.until(() => listener.of('miss').length > 2);
    expect(listener.of('miss')[0]).toMatchObject({
      cause: 'credentials',
      code: 'NotAuthorizedException',
    });
    stop.abort();
    await run;
  });
});
