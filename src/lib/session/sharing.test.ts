import { describe, expect, it } from 'vitest';
import type { Share } from '$lib/core/cloud/calls';
import { FakeAccount } from './fixtures/fake-account';
import { AccountSharing } from './sharing.svelte';

const share = (id: string, revokedAt: number | null = null): Share => ({
  id,
  name: `share ${id}`,
  createdAt: 1,
  expiresAt: 2,
  maxListeners: 10,
  filter: { sources: [], outcomes: [] },
  revokedAt,
  listeners: [],
});

let told = 0;
const sharing = () =>
  new AccountSharing({
    tellChanged: () => (told += 1),
    account: new FakeAccount({
      'list-shares': () => ({ shares: [share('a'), share('b')] }),
      'create-share': () => ({ share: share('c'), token: 'TOKEN_-1' }),
      'revoke-share': ({ id }) => ({ share: share(id, 7) }),
    }).account,
    listenersPage: 'https://example.com/s',
  });

const OPTIONS = {
  name: 'c',
  expiresAt: 2,
  maxListeners: 10,
  filter: { sources: [], outcomes: [] },
};

describe('sharing', () => {
  it('knows no shares until it has read them', async () => {
    const made = sharing();
    expect(made.shares).toBeNull();
    await made.refresh();
    expect(made.shares?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('gives the token in the link’s fragment, which goes to no server, and keeps it nowhere', async () => {
    const made = sharing();
    await made.refresh();
    const link = new URL(await made.create(OPTIONS));
    expect(link.hash).toBe('#TOKEN_-1');
    expect(link.pathname + link.search).toBe('/s');
    expect(made.shares?.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(JSON.stringify(made.shares)).not.toContain('TOKEN');
  });

  it('tells whoever relays when a share is made or revoked', async () => {
    told = 0;
    const made = sharing();
    await made.create(OPTIONS);
    await made.revoke('c');
    expect(told).toBe(2);
  });

  it('shows what was revoked as revoked', async () => {
    const made = sharing();
    await made.refresh();
    await made.revoke('b');
    expect(made.shares?.map(({ revokedAt }) => revokedAt)).toEqual([null, 7]);
  });
});
