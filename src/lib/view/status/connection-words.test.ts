import { describe, expect, it } from 'vitest';
import type { LinkStatus } from '$lib/session/listening';
import { connectionWords, pausedWords } from './connection-words';

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
