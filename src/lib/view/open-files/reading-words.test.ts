import { describe, expect, it } from 'vitest';
import { byteWords } from './byte-words';
import { readingShare, readingTitle, readingWords } from './reading-words';

const progress = {
  bytesRead: 120_400_000,
  bytesTotal: 500_000_000,
  filesRead: 31,
  filesTotal: 288,
  events: 41_260,
  remainingSeconds: 77.2,
};

describe('the words of the reading', () => {
  it('tell bytes, files, events and the time that is left', () => {
    expect(readingWords(progress)).toEqual([
      '120 MB of 500 MB, 31 of 288 files',
      '41,260 events found',
      'About 1 min 17 s left',
    ]);
    expect(readingTitle(progress)).toBe('Reading 288 files');
  });

  it('tell of one file no count, and no time that is not known', () => {
    const one = { ...progress, filesTotal: 1, events: 1, remainingSeconds: null };
    expect(readingWords(one)).toEqual([
      '120 MB of 500 MB',
      '1 event found',
      'Working out how long it takes',
    ]);
    expect([readingTitle(one), readingTitle(null)]).toEqual([
      'Reading the file',
      'Reading the file',
    ]);
  });

  it('know the share only where there is a whole', () => {
    expect(readingShare(progress)).toBeCloseTo(0.2408);
    expect(readingShare({ ...progress, bytesTotal: 0 })).toBeNull();
  });
});

describe('byteWords', () => {
  it('use three digits at most', () => {
    expect([0, 812, 999, 1000, 4_200, 42_000, 4_249_000, 500e6, 1.5e9].map(byteWords)).toEqual([
      '0 B',
      '812 B',
      '999 B',
      '1.0 KB',
      '4.2 KB',
      '42 KB',
      '4.2 MB',
      '500 MB',
      '1.5 GB',
    ]);
  });

  it('go to the next unit where the digits round up to it', () => {
    expect([9_949, 9_960, 999_499, 999_500, 999_999, 999_999_999].map(byteWords)).toEqual([
      '9.9 KB',
      '10 KB',
      '999 KB',
      '1.0 MB',
      '1.0 MB',
      '1.0 GB',
    ]);
  });
});
