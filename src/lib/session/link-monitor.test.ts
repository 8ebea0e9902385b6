import { describe, expect, it } from 'vitest';
import type { Cause } from '$lib/source/event-source';
import { LinkMonitor } from './link-monitor';

const AT = 1_000_000;

function check(monitor: LinkMonitor, at: number, received: number): void {
  monitor.hear({ kind: 'check', at, received, full: received === 10 });
}

function miss(monitor: LinkMonitor, at: number, cause: Cause): void {
  monitor.hear({ kind: 'miss', at, cause, code: 'Code', retryInMs: 7_000 });
}

describe('the link monitor', () => {
  it('is connecting until the first check is answered', () => {
    const monitor = new LinkMonitor('sqs', AT);
    expect(monitor.status(AT + 5_000).connection).toBe('connecting');
    check(monitor, AT + 6_000, 0);
    expect(monitor.status(AT + 6_000).connection).toBe('quiet');
  });

  it('tells live from quiet by events, and counts the checks in between', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 1);
    monitor.heardEvent(AT, 'An object was created');
    check(monitor, AT + 20_000, 0);
    check(monitor, AT + 40_000, 0);
    expect(monitor.status(AT + 59_000).connection).toBe('live');
    const status = monitor.status(AT + 61_000);
    expect(status).toMatchObject({ connection: 'quiet', checksSinceEvent: 2, lastEventAt: AT });
    expect(status.since).toBe(AT + 61_000);
  });

  it('is catching up after three full batches, until one is not full', () => {
    const monitor = new LinkMonitor('sqs', AT);
    for (let i = 0; i < 3; i++) check(monitor, AT + i, 10);
    monitor.hear({ kind: 'backlog', at: AT + 3, waiting: 214 });
    expect(monitor.status(AT + 3)).toMatchObject({ connection: 'catching-up', waiting: 214 });
    check(monitor, AT + 4, 4);
    expect(monitor.status(AT + 4)).toMatchObject({ connection: 'quiet', waiting: null });
  });

  it.each(['offline', 'credentials', 'denied', 'queue-missing', 'clock-skew'] as const)(
    'tells %s at once, with its code and next try',
    (cause) => {
      const monitor = new LinkMonitor('sqs', AT);
      check(monitor, AT, 0);
      miss(monitor, AT + 10, cause);
      expect(monitor.status(AT + 10)).toMatchObject({
        connection: 'lost',
        cause,
        code: 'Code',
        nextTryAt: AT + 7_010,
      });
    },
  );

  it('forgives one unanswered check, and is lost at the second or after 30 s', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 0);
    monitor.heardEvent(AT, 'x');
    miss(monitor, AT + 10, 'unreachable');
    expect(monitor.status(AT + 10).connection).toBe('live');
    expect(monitor.status(AT + 31_000).connection).toBe('lost');
    check(monitor, AT + 32_000, 0);
    expect(monitor.status(AT + 32_000).connection).toBe('live');
    miss(monitor, AT + 33_000, 'unreachable');
    miss(monitor, AT + 34_000, 'unreachable');
    expect(monitor.status(AT + 34_000).connection).toBe('lost');
  });

  it('is not lost while credentials are renewed at once, and is when they are refused again', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 1);
    monitor.heardEvent(AT, 'x');
    const expired = { kind: 'miss', cause: 'credentials', code: 'ExpiredToken' } as const;
    monitor.hear({ ...expired, at: AT + 1, retryInMs: 0 });
    expect(monitor.status(AT + 1).connection).toBe('live');
    monitor.hear({ ...expired, at: AT + 2, retryInMs: 2_000 });
    expect(monitor.status(AT + 2)).toMatchObject({ connection: 'lost', cause: 'credentials' });
  });

  it('is lost when neither an answer nor a miss came in time: whatever asks has died', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 0);
    expect(monitor.status(AT + 45_000).connection).toBe('quiet');
    expect(monitor.status(AT + 45_001)).toMatchObject({
      connection: 'lost',
      cause: 'unreachable',
      code: null,
    });
    check(monitor, AT + 46_000, 0);
    expect(monitor.status(AT + 46_000).connection).toBe('quiet');
  });

  it('waits as long as a throttled source said it would', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 1);
    monitor.hear({ kind: 'miss', at: AT, cause: 'throttled', code: 'x', retryInMs: 60_000 });
    expect(monitor.status(AT + 100_000).connection).toBe('quiet');
    expect(monitor.status(AT + 105_001).connection).toBe('lost');
  });

  it('is not lost when AWS only asks us to slow down', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 1);
    monitor.heardEvent(AT, 'x');
    for (let i = 1; i < 5; i++) miss(monitor, AT + i, 'throttled');
    const status = monitor.status(AT + 10);
    expect(status).toMatchObject({ connection: 'live', cause: 'throttled' });
    expect(status.checks).toEqual(['events', 'slowed', 'slowed', 'slowed', 'slowed']);
  });

  it('knows after a pause what was heard before it, and connects anew', () => {
    const monitor = new LinkMonitor('sqs', AT);
    check(monitor, AT, 1);
    monitor.heardEvent(AT, 'An object was created');
    miss(monitor, AT + 1, 'offline');
    monitor.restart(AT + 10_000);
    expect(monitor.status(AT + 10_000)).toMatchObject({
      connection: 'connecting',
      lastEventAt: AT,
      lastEventTitle: 'An object was created',
      cause: null,
    });
    check(monitor, AT + 10_100, 0);
    expect(monitor.status(AT + 10_100).connection).toBe('live');
  });

  it('keeps the newest 24 checks', () => {
    const monitor = new LinkMonitor('sqs', AT);
    for (let i = 0; i < 30; i++) check(monitor, AT + i, i === 29 ? 1 : 0);
    const { checks } = monitor.status(AT + 30);
    expect(checks).toHaveLength(24);
    expect(checks.at(-1)).toBe('events');
  });

  it('calls the demo a demo and a file a replay, whatever happens', () => {
    expect(new LinkMonitor('demo', AT).status(AT).connection).toBe('demo');
    expect(new LinkMonitor('recording', AT).status(AT).connection).toBe('replay');
  });

  it('tells that the owner of a share is away, and not that all is quiet', () => {
    const monitor = new LinkMonitor('shared', AT);
    check(monitor, AT, 0);
    for (let at = AT + 20_000; at <= AT + 140_000; at += 20_000) check(monitor, at, 0);
    expect(monitor.status(AT + 150_000).connection).toBe('quiet');
    check(monitor, AT + 160_000, 0);
    expect(monitor.status(AT + 160_000)).toMatchObject({
      connection: 'lost',
      cause: 'owner-away',
      nextTryAt: null,
    });
    monitor.hear({ kind: 'owner', at: AT + 161_000 });
    expect(monitor.status(AT + 161_000)).toMatchObject({ connection: 'quiet', cause: null });
  });

  it('tells for good that a share is over, without a next try', () => {
    const monitor = new LinkMonitor('shared', AT);
    const cause = 'share-revoked';
    monitor.hear({ kind: 'miss', at: AT, cause, code: 'Code', retryInMs: Infinity });
    expect(monitor.status(AT + 9_000_000)).toMatchObject({
      connection: 'lost',
      cause: 'share-revoked',
      nextTryAt: null,
    });
  });
});
