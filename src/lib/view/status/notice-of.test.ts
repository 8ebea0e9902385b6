import { describe, expect, it } from 'vitest';
import type { Counts, LinkStatus, LostCause } from '$lib/session/listening';
import { FixturePlayer } from '$lib/session/fixtures/fixture-player.svelte';
import type { Stand } from './notice';
import { noticeOf } from './notice-of';

const NOW = new Date(2026, 0, 2, 14, 32).getTime();

const link: LinkStatus = {
  connection: 'live',
  since: NOW - 120_000,
  lastCheckAt: NOW - 3000,
  lastEventAt: NOW - 900,
  lastEventTitle: 'an object was created',
  checksSinceEvent: 0,
  checks: ['events', 'empty'],
  cause: null,
  code: null,
  nextTryAt: null,
  waiting: null,
  deletion: null,
  reader: 'this',
};

const counts: Counts = {
  heard: 14,
  notes: 10,
  aggregated: 0,
  suppressed: 0,
  muted: 0,
  duplicate: 0,
  unreadable: 0,
};

const stand = (over: Partial<LinkStatus>, sound: Stand['sound'] = 'playing'): Stand => ({
  link: { ...link, ...over },
  sound,
  counts,
  startedAt: NOW - 60_000,
  failure: null,
  soundIn: 'this-tab',
  isSkipping: false,
  keeping: 'kept',
  forgotten: 0,
  player: null,
});

const lost = (cause: LostCause) => stand({ connection: 'lost', cause, nextTryAt: NOW + 7000 });

describe('noticeOf', () => {
  it('is silent while events arrive', () => {
    expect(noticeOf(stand({}), NOW)).toBeNull();
    expect(noticeOf(stand({ connection: 'demo' }), NOW)).toBeNull();
  });

  it('tells a quiet account from a new one', () => {
    const quiet = {
      connection: 'quiet',
      lastEventAt: NOW - 26 * 60_000,
      checksSinceEvent: 78,
    } as const;
    expect(noticeOf(stand(quiet), NOW)?.text).toBe(
      'Last event 26 min ago: an object was created. We have checked 78 times since, and every check was answered.',
    );
    expect(noticeOf(stand({ lastEventAt: null }), NOW)?.title).toBe('Nothing has happened yet');
  });

  it('says for every loss that it tries again, when, and what to do', () => {
    const causes: LostCause[] = [
      'offline',
      'unreachable',
      'throttled',
      'credentials',
      'denied',
      'queue-missing',
      'clock-skew',
    ];
    const notices = causes.map((cause) => noticeOf(lost(cause), NOW));
    for (const notice of notices) expect(notice).toMatchObject({ action: 'try-now' });
    for (const notice of notices) expect(notice?.text).toContain('Next try in 7 s.');
    expect(new Set(notices.map((notice) => notice?.text)).size).toBe(causes.length);
  });

  it('tells when credentials expired and shows the raw code', () => {
    const notice = noticeOf(
      stand({
        connection: 'lost',
        cause: 'credentials',
        code: 'ExpiredToken',
        since: NOW - 12 * 60_000,
      }),
      NOW,
    );
    expect(notice?.text).toContain('at 14:20');
    expect(notice?.code).toBe('ExpiredToken');
  });

  it('puts a loss before the missing click and before missing sound', () => {
    expect(noticeOf({ ...lost('offline'), sound: 'asleep' }, NOW)?.action).toBe('try-now');
    const silent = noticeOf({ ...lost('offline'), sound: 'unsupported' }, NOW);
    expect(silent).toMatchObject({ action: 'try-now', sound: 'None.' });
  });

  it('tells who goes on without sound all but that there is none', () => {
    expect(noticeOf(stand({}, 'unsupported'), NOW)?.action).toBe('go-on-silent');
    expect(noticeOf(stand({}, 'unsupported'), NOW, new Set(['go-on-silent']))).toBeNull();
    const behind = stand({ connection: 'catching-up', waiting: 40 }, 'unsupported');
    expect(noticeOf(behind, NOW, new Set(['go-on-silent']))).toMatchObject({
      title: 'Catching up',
      sound: 'None.',
    });
    const cut = { ...lost('offline'), sound: 'unsupported' } as const;
    expect(noticeOf(cut, NOW, new Set(['go-on-silent']))?.action).toBe('try-now');
    expect(noticeOf(stand({}, 'asleep'), NOW, new Set(['go-on-silent']))?.action).toBe('listen');
  });

  it('puts what ended the session before all else, with what to do', () => {
    const failure = { message: 'The sound module could not be loaded.', resolution: 'Reload.' };
    expect(noticeOf({ ...lost('offline'), sound: 'paused', failure }, NOW)).toMatchObject({
      text: 'The sound module could not be loaded. Reload.',
      action: 'listen',
      needsYou: true,
    });
  });

  it('counts what went by before the click', () => {
    expect(noticeOf(stand({}, 'asleep'), NOW)?.text).toBe(
      'Browsers start sound only after a click. 14 events have gone by in silence since 14:31.',
    );
  });

  it('tells of missing deletion before slowing, and of what is not kept when all else is well', () => {
    const deletion = { cause: 'denied', code: 'AccessDenied' } as const;
    const titles = (over: Partial<Stand>) =>
      noticeOf({ ...stand({ deletion, checks: ['slowed'] }), ...over }, NOW)?.title;
    expect(titles({})).toBe('Events stay in the queue');
    expect(titles({ soundIn: 'another-tab' })).toBe('Another tab is already playing');
    expect(titles({ link: { ...link, checks: ['slowed'] } })).toBe('AWS asked us to slow down');
    expect(titles({ link, keeping: 'memory-only' })).toBe('What you hear is not kept');
    expect(titles({ link, keeping: 'memory-only', sound: 'asleep' })).toBe('Click once to hear it');
  });

  it('puts away one notice and shows the next', () => {
    const unkept = { ...stand({}), keeping: 'memory-only', forgotten: 3 } as const;
    expect(noticeOf(unkept, NOW)?.action).toBe('go-on-unkept');
    expect(noticeOf(unkept, NOW, new Set(['go-on-unkept']))?.action).toBe('go-on-forgetting');
    const both = new Set(['go-on-unkept', 'go-on-forgetting'] as const);
    expect(noticeOf(unkept, NOW, both)).toBeNull();
  });

  it('says nothing of a queue while a recording plays', () => {
    const player = new FixturePlayer();
    const replay = { ...stand({ connection: 'connecting', lastEventAt: null }), player };
    expect(noticeOf(replay, NOW)).toBeNull();
  });
});
