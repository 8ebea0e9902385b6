import { describe, expect, it } from 'vitest';
import { historyUntil, moodTrend, thinned } from './mood-trend';

const history = (...scores: number[]) => scores.map((happiness, at) => ({ at, happiness }));

describe('moodTrend', () => {
  it('compares with eight bars ago', () => {
    expect(moodTrend(history(90, 50, 51, 52, 53, 54, 55, 56, 57, 58))).toBe('rising');
    expect(moodTrend(history(70, 60, 50))).toBe('falling');
    expect(moodTrend(history(70, 71))).toBe('steady');
    expect(moodTrend([])).toBe('steady');
  });
});

describe('thinned', () => {
  it('keeps few samples, in order, and the last as it is', () => {
    const many = history(...Array.from({ length: 1000 }, (_, index) => index / 10));
    const few = thinned(many, 50);
    expect(few).toHaveLength(50);
    expect(few.at(-1)).toEqual(many.at(-1));
    expect(few[0]?.happiness).toBeCloseTo(0.95);
    expect(few.map(({ at }) => at)).toEqual([...few.map(({ at }) => at)].sort((a, b) => a - b));
  });

  it('leaves a short history alone', () => {
    const short = history(1, 2, 3);
    expect(thinned(short, 50)).toBe(short);
  });
});

describe('historyUntil', () => {
  it('ends with what was known', () => {
    const wallAt = (at: number) => 5_000 + at * 1000;
    expect(historyUntil(history(1, 2, 3), wallAt, 6_000)).toEqual(history(1, 2));
    expect(historyUntil(history(1, 2, 3), wallAt, 4_999)).toEqual([]);
  });
});
