import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startStubEndpoint, type Refusal, type StubEndpoint } from './fixtures/stub-endpoint';
import type { CredentialProvider } from './kept-credentials';
import { connectQueue } from './queue-client';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 0, 1);
const ever = new AbortController().signal;

let stub: StubEndpoint;
/** The server's clock is this much ahead of ours. */
let aheadMs: number;
let showsDate: boolean;
let expiries: Map<string, number>;

const serverNow = () => Date.now() + aheadMs;
const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** As SQS does: signatures are good for 5 minutes, credentials until they expire. */
function judge({ signedAt, accessKeyId }: { signedAt: number; accessKeyId: string }) {
  const now = serverNow();
  const type = 'InvalidSignatureException';
  if ((expiries.get(accessKeyId) ?? Infinity) <= now)
    return { type: 'ExpiredToken', message: 'The security token included is expired' };
  const signed = stamp(signedAt);
  const earliest = stamp(now - 5 * MINUTE_MS);
  const latest = stamp(now + 5 * MINUTE_MS);
  if (signedAt < now - 5 * MINUTE_MS)
    return {
      type,
      message: `Signature expired: ${signed} is now earlier than ${earliest} (${stamp(now)} - 5 min.)`,
    };
  if (signedAt <= now + 5 * MINUTE_MS) return null;
  return {
    type,
    message: `Signature not yet current: ${signed} is still later than ${latest} (${stamp(now)} + 5 min.)`,
  };
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  aheadMs = 0;
  showsDate = true;
  expiries = new Map();
  stub = await startStubEndpoint(
    (request): Refusal | null => judge(request),
    () => (showsDate ? new Date(serverNow()).toUTCString() : null),
  );
});
afterEach(async () => {
  vi.useRealTimers();
  await stub.close();
});

function connect(credentials: CredentialProvider) {
  const address = { endpoint: stub.endpoint, region: 'us-east-1', queueUrl: 'http://sqs/0/q' };
  return connectQueue({ ...address, credentials });
}

/** Gives keys that last an hour by the server's clock. */
function hourly(): CredentialProvider {
  return async () => {
    const accessKeyId = `KEY${expiries.size + 1}`;
    const expiration = serverNow() + 60 * MINUTE_MS;
    expiries.set(accessKeyId, expiration);
    return { accessKeyId, secretAccessKey: 'local', expiration: new Date(expiration) };
  };
}

describe('credentials that expire', () => {
  it('are replaced ahead of it: over a day, no request goes out with expired ones', async () => {
    const queue = connect(hourly());
    for (let minute = 0; minute < 24 * 60; minute += 4) {
      await queue.receive(0, ever);
      vi.setSystemTime(Date.now() + 4 * MINUTE_MS);
    }
    const keys = new Set(stub.requests.map(({ accessKeyId }) => accessKeyId));
    expect(stub.requests).toHaveLength(360);
    expect(keys.size).toBeGreaterThanOrEqual(25);
    expect(keys.size).toBeLessThanOrEqual(27);
  });

  it('are replaced before the first request after a long sleep', async () => {
    const queue = connect(hourly());
    await queue.receive(0, ever);
    vi.setSystemTime(Date.now() + 10 * 60 * MINUTE_MS);
    await queue.receive(0, ever);
    expect(stub.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['KEY1', 'KEY2']);
  });
});

describe('a wrong clock', () => {
  it.each([
    ['slow', 17, true],
    ['fast', -17, true],
    ['slow, and the Date header is hidden from the page', 17, false],
    ['fast, and the Date header is hidden from the page', -17, false],
  ] as const)('that is %s is corrected after one refusal', async (_name, minutes, isShown) => {
    aheadMs = minutes * MINUTE_MS;
    showsDate = isShown;
    const queue = connect(async () => ({ accessKeyId: 'KEY', secretAccessKey: 'local' }));
    await expect(queue.receive(0, ever)).rejects.toThrow(/^Signature /);
    await expect(queue.receive(0, ever)).resolves.toEqual([]);
    expect(Math.abs((stub.requests[1]?.signedAt ?? 0) - serverNow())).toBeLessThan(2_000);
    await expect(queue.waiting(ever)).resolves.toBe(0);
  });

  it('does not take fresh credentials for expired ones', async () => {
    aheadMs = -3 * 60 * MINUTE_MS;
    showsDate = false;
    const queue = connect(hourly());
    await queue.receive(0, ever).catch(() => null);
    for (let time = 0; time < 5; time++) await queue.receive(0, ever);
    expect(expiries.size).toBe(1);
  });
});
