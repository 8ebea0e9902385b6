import { describe, expect, it } from 'vitest';
import type { LinkStatus, LostCause } from '$lib/session/listening';
import { sharedNotice, sharedStateWord, type SharedStand } from './share-notice';

const NOW = 1_700_000_000_000;
const LINK: LinkStatus = {
  connection: 'live',
  since: NOW,
  lastCheckAt: NOW,
  lastEventAt: NOW,
  lastEventTitle: null,
  checksSinceEvent: 0,
  checks: [],
  cause: null,
  code: null,
  nextTryAt: null,
  waiting: null,
  deletion: null,
  reader: 'this',
};
const SHARED = { name: 'The team', expiresAt: NOW + 1000, listeners: 3, ownerSeenAt: NOW };

function stand(link: Partial<LinkStatus>, changes: Partial<SharedStand> = {}): SharedStand {
  return {
    link: { ...LINK, ...link },
    shared: SHARED,
    failure: null,
    sound: 'playing',
    soundIn: 'this-tab',
    ...changes,
  };
}

const lost = (cause: LostCause) =>
  stand({ connection: 'lost', cause, code: 'SomeCode', nextTryAt: NOW + 7000 });

describe('the listener’s page', () => {
  it('says nothing while events arrive', () => {
    expect(sharedNotice(stand({}), NOW)).toBeNull();
    expect(sharedStateWord(stand({}))).toBe('Connected');
  });

  it.each([
    ['share-expired', 'This link has expired', 'Expired'],
    ['share-revoked', 'This link was revoked', 'Revoked'],
    ['share-unknown', 'This link leads nowhere', 'Unknown link'],
  ] as const)('ends for good: %s', (cause, title, word) => {
    const notice = sharedNotice(lost(cause), NOW);
    expect(notice).toMatchObject({ title, isOver: true, canTry: false, code: null });
    expect(notice?.text).not.toContain('Next try');
    expect(sharedStateWord(lost(cause))).toBe(word);
  });

  it('waits for a seat, and says until when', () => {
    const notice = sharedNotice(lost('share-full'), NOW);
    expect(notice).toMatchObject({ title: 'Every seat is taken', isOver: false, canTry: true });
    expect(notice?.text).toMatch(/Next try in 7 s\.$/);
  });

  it('tells an owner who is away from a lost connection and from quiet', () => {
    expect(sharedNotice(lost('owner-away'), NOW)).toMatchObject({
      title: 'The owner is away',
      canTry: false,
      code: null,
    });
    expect(sharedNotice(lost('unreachable'), NOW)).toMatchObject({
      title: 'We have lost the connection',
      canTry: true,
      code: 'SomeCode',
    });
    const quiet = stand({ connection: 'quiet', lastEventAt: NOW - 26 * 60_000 });
    expect(sharedNotice(quiet, NOW)?.text).toMatch(/^Last event 26 min ago/);
    expect(sharedNotice(stand({ connection: 'quiet', lastEventAt: null }), NOW)?.text).toMatch(
      /nothing has happened since you came/,
    );
  });

  it('asks for a seat before it has one', () => {
    const asking = stand({ connection: 'connecting' }, { shared: null });
    expect(sharedNotice(asking, NOW)?.title).toBe('Asking for a seat');
    expect(sharedStateWord(asking)).toBe('Asking');
    expect(sharedNotice(stand({ connection: 'connecting' }), NOW)?.title).toBe('Connecting');
  });

  it('says that nothing is asked for while it is paused', () => {
    const paused = stand({ connection: 'quiet' }, { sound: 'paused' });
    expect(sharedNotice(paused, NOW)?.title).toBe('Paused');
    expect(sharedStateWord(paused)).toBe('Paused');
  });

  it('puts a failure of the page first', () => {
    const failed = stand(
      { connection: 'lost', cause: 'offline' },
      { failure: { message: 'The sound stopped.', resolution: 'Listen again.' } },
    );
    expect(sharedNotice(failed, NOW)?.text).toBe('The sound stopped. Listen again.');
  });
});
