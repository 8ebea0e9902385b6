import { describe, expect, it } from 'vitest';
import { KeptCredentials } from '$lib/source/sqs/kept-credentials';
import { failureOf } from '$lib/source/sqs/errors';
import { amplifyError, fakeAuth, GUEST, signedIn } from './fixtures/fake-auth';
import { MemberSession } from './member';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21);

describe('who is signed in', () => {
  it('is told by the ID token', async () => {
    const payload = { sub: 'sub-1', email: 'you@example.com', 'cognito:groups': ['owner'] };
    const { service } = fakeAuth({ fetchAuthSession: async () => signedIn(payload) });
    const session = new MemberSession(service);
    expect(await session.member()).toEqual({
      sub: 'sub-1',
      email: 'you@example.com',
      groups: ['owner'],
    });
    expect(await session.idToken()).toBe('token of sub-1');
  });

  it('is nobody where only a guest is', async () => {
    const { service } = fakeAuth({ fetchAuthSession: async () => GUEST });
    const session = new MemberSession(service);
    expect(await session.member()).toBeNull();
    await expect(session.idToken()).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  });

  it('has no credentials then, and the queue’s reader takes it for refused ones', async () => {
    const { service } = fakeAuth({ fetchAuthSession: async () => GUEST });
    const asked = new MemberSession(service).credentials({ forceRefresh: false });
    const thrown: unknown = await asked.catch((error: unknown) => error);
    expect(failureOf(thrown, true)).toEqual({
      cause: 'credentials',
      code: 'NotAuthorizedException',
    });
  });

  it('keeps Amplify’s own error where credentials cannot be had, for the reader knows its code', async () => {
    const thrown = amplifyError('TooManyRequestsException');
    const { service } = fakeAuth({ fetchAuthSession: () => Promise.reject(thrown) });
    const asked = new MemberSession(service).credentials({ forceRefresh: false });
    await expect(asked).rejects.toBe(thrown);
  });
});

/** Amplify with a clock: it remembers credentials for 50 minutes unless it is forced. */
function withLifetime(lifetimeMs: number) {
  let now = NOW;
  let given = 0;
  let kept = signedIn();
  let keptAt = -Infinity;
  const { service, calls } = fakeAuth({
    fetchAuthSession: async ({ forceRefresh = false } = {}) => {
      if (forceRefresh || now - keptAt >= 3_000_000) {
        const expiration = new Date(now + lifetimeMs);
        kept = signedIn(undefined, { accessKeyId: `AKID-${String(++given)}`, expiration });
        keptAt = now;
      }
      return kept;
    },
  });
  const session = new MemberSession(service, () => now);
  return { session, calls, now: () => now, pass: (ms: number) => (now += ms) };
}

describe('credentials', () => {
  it('are replaced before they end, and no receive is signed with ended ones', async () => {
    const world = withLifetime(HOUR);
    const kept = new KeptCredentials(world.session.credentials, world.now);
    const used = new Set<string>();
    for (let receive = 0; receive < (8 * HOUR) / 20_000; receive++) {
      const { accessKeyId, expiration } = await kept.get();
      expect(expiration!.getTime()).toBeGreaterThan(world.now());
      used.add(accessKeyId);
      world.pass(20_000);
    }
    expect(used.size).toBeGreaterThanOrEqual(8);
    expect(world.calls.length).toBeLessThan(12);
  });

  it('that Amplify remembers, but that end soon, are no beginning for another reader', async () => {
    const world = withLifetime(HOUR / 2);
    await world.session.credentials({ forceRefresh: false });
    world.pass(HOUR / 2 - 60_000);
    const given = await world.session.credentials({ forceRefresh: false });
    expect(given).toMatchObject({ accessKeyId: 'AKID-2' });
  });
});
