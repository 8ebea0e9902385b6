import { describe, expect, it } from 'vitest';
import { NumberSet } from './number-set';

describe('a set of numbers', () => {
  it('counts each number once, and once more those that come again', () => {
    const set = new NumberSet(20);
    for (const number of [0, 7, 8, 19, 7, 7, 8]) set.add(number);
    expect(set.seen).toBe(4);
    expect(set.doubled).toBe(2);
    expect([0, 1, 7, 8, 19].map((number) => set.has(number))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  it.each([-1, 20, 1.5, Number.NaN])('refuses %s, which was not sent', (number) => {
    expect(() => new NumberSet(20).add(number)).toThrow(RangeError);
  });
});
