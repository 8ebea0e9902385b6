import { describe, expect, it } from 'vitest';
import type { LinkReport } from '../event-source';
import { RecentReports } from './recent-reports';

const DENIED: LinkReport = { kind: 'deletion', at: 1, cause: 'denied', code: 'AccessDenied' };
const OVER: LinkReport = { kind: 'deletion', at: 1, cause: null, code: null };

function recentOf(...reports: LinkReport[]): RecentReports {
  const recent = new RecentReports();
  for (const report of reports) recent.add(report);
  return recent;
}

describe('the recent reports', () => {
  it('have the newest that tells of deletions, though it was made in the same millisecond', () => {
    const recent = recentOf(DENIED);
    expect(recent.add(OVER)).toBe(true);
    expect(recent.all).toEqual([OVER]);
  });

  it('know what they have, and have it once', () => {
    const recent = recentOf(DENIED);
    expect(recent.add({ ...DENIED })).toBe(false);
    expect(recent.all).toEqual([DENIED]);
  });

  it('have the newest 24 checks and misses', () => {
    const checks = Array.from({ length: 30 }, (_, at): LinkReport => {
      return { kind: 'check', at, received: 0, full: false };
    });
    expect(recentOf(OVER, ...checks).all).toEqual([OVER, ...checks.slice(-24)]);
  });
});
