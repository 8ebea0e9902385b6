import { describe, expect, it } from 'vitest';
import { DeletionHealth } from './deletion-health';
import type { Failure } from './errors';

const DENIED: Failure = { cause: 'denied', code: 'AccessDenied' };
const CUT: Failure = { cause: 'unreachable', code: 'ECONNRESET' };

function health() {
  const told: (Failure | null)[] = [];
  return { told, health: new DeletionHealth((failure) => told.push(failure)) };
}

describe('the health of deletions', () => {
  it('is told at the first success, for an earlier run may have told a failure, and not at others', () => {
    const { told, health: deletions } = health();
    deletions.succeeded();
    deletions.succeeded();
    expect(told).toEqual([null]);
  });

  it('is told when failures begin, when their cause changes, and when they end', () => {
    const { told, health: deletions } = health();
    deletions.failed(DENIED);
    deletions.failed(DENIED);
    expect(told).toEqual([DENIED]);
    deletions.failed(CUT);
    deletions.failed({ ...CUT, code: 'ETIMEDOUT' });
    expect(told).toEqual([DENIED, CUT]);
    deletions.succeeded();
    deletions.succeeded();
    expect(told).toEqual([DENIED, CUT, null]);
    deletions.failed(CUT);
    expect(told).toEqual([DENIED, CUT, null, CUT]);
  });
});
