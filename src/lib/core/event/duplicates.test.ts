import { describe, expect, it } from 'vitest';
import { RecentIds } from './duplicates';

describe('recent ids', () => {
  it('knows an id that it has seen', () => {
    const recent = new RecentIds(10);
    expect(recent.add('a')).toBe(true);
    expect(recent.add('a')).toBe(false);
    expect(recent.has('a')).toBe(true);
    expect(recent.has('b')).toBe(false);
  });

  it('forgets the oldest beyond its capacity', () => {
    const recent = new RecentIds(2);
    for (const id of ['a', 'b', 'a', 'c']) recent.add(id);
    expect(recent.size).toBe(2);
    expect([recent.has('a'), recent.has('b'), recent.has('c')]).toEqual([false, true, true]);
  });

  it('refuses a capacity below one', () => {
    expect(() => new RecentIds(0)).toThrow(RangeError);
  });
});
