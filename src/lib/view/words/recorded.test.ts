import { describe, expect, it } from 'vitest';
import { datedClock, isRecorded, offsetWords, recordedWords } from './recorded';

const JULY = new Date(2023, 6, 10, 11, 42, 18).getTime();
const DAY = 86_400_000;

describe('a recorded event', () => {
  it('lies more than a day from when it is heard, either way', () => {
    expect(
      [JULY, JULY + DAY, JULY + DAY + 1, JULY - DAY - 1].map((at) => isRecorded(JULY, at)),
    ).toEqual([false, false, true, true]);
  });

  it('is told by its day, and by date, time and offset', () => {
    expect(recordedWords(JULY)).toBe('recorded 10 Jul 2023');
    expect(datedClock(JULY)).toMatch(/^10 Jul 2023 11:42:18 UTC([+−]\d{1,2}(:\d{2})?)?$/);
  });
});

describe('offsetWords', () => {
  it('counts east of UTC as plus, with minutes only where there are some', () => {
    expect([0, -120, -330, 210, 480].map(offsetWords)).toEqual([
      'UTC',
      'UTC+2',
      'UTC+5:30',
      'UTC−3:30',
      'UTC−8',
    ]);
  });
});
