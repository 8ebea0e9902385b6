import { describe, expect, it } from 'vitest';
import { idHash, IdSet } from './id-set';

describe('a set of ids', () => {
  it('knows each of many again, and takes none for another', () => {
    const ids = Array.from({ length: 50_000 }, (_, at) => `0000-${at}-abcd`);
    const set = new IdSet(ids.length);
    const add = (id: string) => {
      const { low, high } = idHash(id);
      return set.add(low, high);
    };
    expect(ids.every(add)).toBe(true);
    expect(ids.some(add)).toBe(false);
  });

  it('takes an id whose hash is zero', () => {
    const set = new IdSet(2);
    expect([set.add(0, 0), set.add(0, 0), set.add(0, 1)]).toEqual([true, false, true]);
  });
});
