import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentReports } from './recent-reports';
import { tabMessageFrom } from './tab-message';

const BODY = { text: '{}', messageId: 'm', sentAt: null };
const REPORTS = [
  { kind: 'connecting', at: 1 },
  { kind: 'check', at: 2, received: 3, full: false },
  { kind: 'miss', at: 3, cause: 'throttled', code: 'X', retryInMs: 4 },
  { kind: 'backlog', at: 4, waiting: 5 },
  { kind: 'deletion', at: 5, cause: null, code: null },
  { kind: 'deletion', at: 6, cause: 'denied', code: 'Y' },
];

describe('a message of a tab', () => {
  it.each([
    { kind: 'batch', batch: { bodies: [BODY, { ...BODY, sentAt: 7 }], receivedAt: 8 } },
    ...REPORTS.map((report) => ({ kind: 'report', report })),
    { kind: 'state', to: 'tab', reports: REPORTS },
    { kind: 'ask', from: 'tab' },
    { kind: 'try-now' },
  ])('is read: %j', (message) => {
    expect(tabMessageFrom(message)).toEqual(message);
  });

  it('loses what is not known', () => {
    const batch = { bodies: [{ ...BODY, run: 'me' }], receivedAt: 8, keptElsewhere: false };
    expect(tabMessageFrom({ kind: 'batch', batch, more: 1 })).toEqual({
      kind: 'batch',
      batch: { bodies: [BODY], receivedAt: 8 },
    });
  });

  it.each([
    { kind: 'batch', batch: { bodies: [BODY, { ...BODY, text: 1 }], receivedAt: 8 } },
    { kind: 'batch', batch: { bodies: [BODY], receivedAt: NaN } },
    { kind: 'batch', batch: { bodies: BODY, receivedAt: 8 } },
    { kind: 'report', report: { kind: 'reader', at: 1, tab: 'this' } },
    { kind: 'report', report: { kind: 'miss', at: 3, cause: 'toString', code: '', retryInMs: 4 } },
    { kind: 'report', report: { kind: 'deletion', at: 3, cause: 'denied', code: 4 } },
    { kind: 'state', to: 'tab', reports: [...REPORTS, { kind: 'check', at: 2 }] },
    { kind: 'state', reports: REPORTS },
    { kind: 'ask', from: 4 },
  ])('is refused: %j', (message) => {
    expect(tabMessageFrom(message)).toBeNull();
  });

  it('is refused when it is anything else', () => {
    fc.assert(fc.property(fc.anything(), (value) => tabMessageFrom(value) === null));
  });
});

describe('recent reports', () => {
  it('are the newest 24 checks and misses and the newest of each other kind, in order, once', () => {
    const recent = new RecentReports();
    expect(recent.add({ kind: 'deletion', at: 0, cause: 'denied', code: 'Y' })).toBe(true);
    for (let at = 1; at <= 40; at += 1) {
      recent.add({ kind: 'backlog', at, waiting: at });
      expect(recent.add({ kind: 'check', at, received: 0, full: false })).toBe(true);
      expect(recent.add({ kind: 'check', at, received: 0, full: false })).toBe(false);
    }
    const kinds = recent.all.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'check')).toHaveLength(24);
    expect(kinds.filter((kind) => kind === 'backlog')).toHaveLength(1);
    expect(recent.all[0]).toMatchObject({ kind: 'deletion', at: 0 });
    expect(recent.all.at(-2)).toMatchObject({ kind: 'backlog', at: 40 });
  });
});
