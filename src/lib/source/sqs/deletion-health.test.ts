import { describe, expect, it } from 'vitest';
import { DeletionHealth } from './deletion-health';
import type { Failure } from './errors';

const DENIED: Failure = { cause: 'denied', code: 'AccessDenied' };
const CUT: Failure = { cause: 'unreachable', code: 'ECONNRESET' };

function health() {
  const told: Failure[] = [];
  return { told, health: new DeletionHealth((failure) => told.push(failure)) };
}

describe('the health of deletions', () => {
  it('is not told while they succeed', () => {
    const { told, health: deletions } = health();
    deletions.ended(null);
    deletions.checked();
    expect(told).toEqual([]);
  });

  it('is told at once when one gives up, and once between two checks', () => {
    const { told, health: deletions } = health();
    deletions.checked();
    deletions.ended(DENIED);
    deletions.ended(DENIED);
    expect(told).toEqual([DENIED]);
    deletions.checked();
    deletions.ended(CUT);
    expect(told).toEqual([DENIED, DENIED]);
    deletions.checked();
    expect(told).toEqual([DENIED, DENIED, CUT]);
  });

  it('is forgotten when one succeeds', () => {
    const { told, health: deletions } = health();
    deletions.ended(DENIED);
    deletions.ended(null);
    deletions.checked();
    expect(told).toEqual([DENIED]);
  });
});
