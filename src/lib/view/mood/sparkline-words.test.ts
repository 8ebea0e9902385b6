import { describe, expect, it } from 'vitest';
import { sparklineWords } from './sparkline-words';

const samples = [
  { at: 10, happiness: 80 },
  { at: 70, happiness: 41.6 },
  { at: 100, happiness: 60.2 },
];

describe('sparklineWords', () => {
  it('count back from now', () => {
    expect(sparklineWords(samples, 'now', null)).toEqual({
      start: '1 min 30 s ago',
      end: 'now',
      summary: 'Happiness over 1 min 30 s: between 42 and 80, now 60',
    });
  });

  it('count back from when it was last known', () => {
    expect(sparklineWords(samples, '14:30', null)).toEqual({
      start: '1 min 30 s before',
      end: '14:30',
      summary: 'Happiness over 1 min 30 s: between 42 and 80, last known at 14:30, 60',
    });
  });

  it('tell the recorded times of a recording, which is not of now', () => {
    const timeAt = (at: number) => `09:${String(at).padStart(3, '0')}`;
    expect(sparklineWords(samples, 'now', timeAt)).toEqual({
      start: '09:010',
      end: '09:100',
      summary: 'Happiness from 09:010 to 09:100: between 42 and 80, at last 60',
    });
  });

  it('say that there is nothing yet', () => {
    expect(sparklineWords([], 'now', null).summary).toBe('No happiness score yet');
    expect(sparklineWords([], 'now', () => '09:00').end).toBe('');
  });
});
