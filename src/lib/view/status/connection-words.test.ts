import { describe, expect, it } from 'vitest';
import type { LinkStatus } from '$lib/session/listening';
import { connectionWords, heartbeatWords, pausedWords } from './connection-words';

const NOW = new Date(2026, 2, 1, 14, 30, 0).getTime();
const link: LinkStatus = {
  connection: 'live',
  since: NOW - 60_000,
  lastCheckAt: NOW - 3_000,
  lastEventAt: NOW - 2_000,
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

describe('connectionWords', () => {
  it('tell the lag of what happens today', () => {
    expect(connectionWords(link, 0.42, NOW).rest).toBe('checked 3 s ago, lag 0.4 s');
    expect(connectionWords(link, 7_200, NOW).rest).toBe('checked 3 s ago, lag 2 h');
  });

  it('tell the day of a recorded event instead of a lag in days', () => {
    const recorded = new Date(2023, 6, 10, 11, 42, 18).getTime();
    const lagSeconds = (NOW - 2_000 - recorded) / 1000;
    expect(connectionWords(link, lagSeconds, NOW).rest).toBe(
      'checked 3 s ago, recorded 10 Jul 2023',
    );
  });
});

describe('pausedWords', () => {
  it('say that the queue is not read, where there is one', () => {
    const said = (['live', 'quiet', 'lost', 'demo', 'replay'] as const).map((connection) => {
      const { title, rest } = pausedWords(connection);
      return `${title} ${rest}`.trim();
    });
    const queue = 'Paused, the queue is not read';
    expect(said).toEqual([queue, queue, queue, 'Paused', 'Paused']);
  });
});

describe('a loss', () => {
  it('tells a short loss by its length and a long one by its beginning', () => {
    const short = {
      ...link,
      connection: 'lost',
      cause: 'unreachable',
      since: NOW - 38_000,
    } as const;
    expect(connectionWords(short, null, NOW)).toEqual({ title: 'No answer', rest: 'for 38 s' });
    const long = { ...short, cause: 'queue-missing', since: NOW - 12 * 60_000 } as const;
    expect(connectionWords(long, null, NOW)).toEqual({ title: 'No queue', rest: 'since 14:18' });
  });

  it('shows the lag only where it is known', () => {
    expect(connectionWords(link, null, NOW).rest).toBe('checked 3 s ago');
  });

  it('says of a recording that it stays in this tab', () => {
    expect(connectionWords({ ...link, connection: 'replay' }, null, NOW)).toEqual({
      title: 'Recording',
      rest: 'read in this tab, sent nowhere',
    });
  });
});

describe('heartbeatWords', () => {
  it('counts the checks by what they brought', () => {
    expect(heartbeatWords(['events', 'empty', 'events', 'missed'])).toBe(
      'Heartbeat: the last 4 checks, 2 with events, 1 empty, 1 without an answer',
    );
  });
});
