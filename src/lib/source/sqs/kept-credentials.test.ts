import { describe, expect, it, vi } from 'vitest';
import { KeptCredentials } from './kept-credentials';

const MINUTE_MS = 60_000;

/** A provider whose answers last some minutes, and a clock in the test's hand. */
function kept(lifeMinutes: number | null) {
  const clock = { ms: 0 };
  const provider = vi.fn(async ({ forceRefresh }: { forceRefresh: boolean }) => ({
    accessKeyId: `key ${provider.mock.calls.length}${forceRefresh ? ' fresh' : ''}`,
    secretAccessKey: 'secret',
    ...(lifeMinutes !== null && { expiration: new Date(clock.ms + lifeMinutes * MINUTE_MS) }),
  }));
  const credentials = new KeptCredentials(provider, () => clock.ms);
  const key = async () => (await credentials.get()).accessKeyId;
  const failing = () =>
    credentials.use(() => Promise.reject(new Error('refused'))).catch(() => null);
  return { clock, provider, credentials, key, failing };
}

describe('credentials', () => {
  it('are asked for once, however many need them', async () => {
    const { provider, key } = kept(60);
    expect(await Promise.all([key(), key(), key()])).toEqual(['key 1', 'key 1', 'key 1']);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('are replaced 5 minutes before they expire, while the old ones go on being used', async () => {
    const { clock, provider, key } = kept(60);
    await key();
    clock.ms = 54 * MINUTE_MS;
    expect(await key()).toBe('key 1');
    expect(provider).toHaveBeenCalledTimes(1);
    clock.ms = 56 * MINUTE_MS;
    expect(await key()).toBe('key 1');
    expect(provider).toHaveBeenCalledTimes(2);
    expect(await key()).toBe('key 2 fresh');
  });

  it('hold on while the provider fails, which is asked every 30 s, and are not used once expired', async () => {
    const { clock, provider, key } = kept(60);
    await key();
    provider.mockRejectedValue(new Error('no network'));
    clock.ms = 56 * MINUTE_MS;
    for (let second = 0; second < 60; second += 10) {
      expect(await key()).toBe('key 1');
      clock.ms += 10_000;
    }
    expect(provider).toHaveBeenCalledTimes(3);
    clock.ms = 60 * MINUTE_MS;
    await expect(key()).rejects.toThrow('no network');
  });

  it('that came expired by our clock are used all the same, and not asked for with every request', async () => {
    const { provider, key } = kept(-10);
    expect([await key(), await key(), await key()]).toEqual(['key 1', 'key 1', 'key 1']);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('that are refused are replaced, once for all that failed with them', async () => {
    const { provider, credentials, key, failing } = kept(null);
    await Promise.all([failing(), failing()]);
    credentials.renew();
    credentials.renew();
    expect(await key()).toBe('key 2 fresh');
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('are not replaced for a request that failed with older ones', async () => {
    const { credentials, key, failing } = kept(null);
    let fail = () => undefined as unknown;
    const late = credentials
      .use(() => new Promise((_resolve, reject) => (fail = () => reject(new Error('refused')))))
      .catch(() => null);
    await failing();
    credentials.renew();
    expect(await key()).toBe('key 2 fresh');
    fail();
    await late;
    credentials.renew();
    expect(await key()).toBe('key 2 fresh');
  });
});
