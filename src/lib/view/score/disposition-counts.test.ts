import { describe, expect, it } from 'vitest';
import { dispositionCounts } from './disposition-counts';

const NONE = {
  heard: 0,
  notes: 0,
  aggregated: 0,
  suppressed: 0,
  muted: 0,
  duplicate: 0,
  unreadable: 0,
};

describe('dispositionCounts', () => {
  it('tells every disposition, and all that was heard in one of them', () => {
    const counts = { ...NONE, heard: 100, aggregated: 30, suppressed: 4, muted: 20 };
    expect(dispositionCounts({ ...counts, duplicate: 2, unreadable: 1 })).toEqual([
      { disposition: 'played', count: 46 },
      { disposition: 'aggregated', count: 30 },
      { disposition: 'suppressed', count: 4 },
      { disposition: 'muted', count: 20 },
      { disposition: 'duplicate', count: 2 },
      { disposition: 'unreadable', count: 1 },
    ]);
  });

  it('leaves out what is zero, but for what may be lost', () => {
    expect(dispositionCounts(NONE)).toEqual([
      { disposition: 'suppressed', count: 0 },
      { disposition: 'unreadable', count: 0 },
    ]);
  });
});
