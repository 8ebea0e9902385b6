import { describe, expect, it } from 'vitest';
import { memo } from './memo';

function counted(capacity: number) {
  const asked: string[] = [];
  const length = memo((text) => {
    asked.push(text);
    return text.length;
  }, capacity);
  return { asked, length };
}

describe('a remembered function', () => {
  it('computes once for each text', () => {
    const { asked, length } = counted(4);
    expect([length('ab'), length('ab'), length('c')]).toEqual([2, 2, 1]);
    expect(asked).toEqual(['ab', 'c']);
  });

  it('forgets when it is full', () => {
    const { asked, length } = counted(2);
    for (const text of ['a', 'b', 'c', 'a']) length(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('remembers no long text', () => {
    const { asked, length } = counted(2);
    const long = 'x'.repeat(1_000);
    expect([length(long), length(long)]).toEqual([1_000, 1_000]);
    expect(asked).toHaveLength(2);
  });
});
