import { describe, expect, it } from 'vitest';
import { scrubTarget } from './scrub-keys';

describe('scrubTarget', () => {
  it('steps, turns pages, and knows both ends', () => {
    const from = (key: string) => scrubTarget(key, 60, 200);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'].map(from)).toEqual([55, 65, 55, 65]);
    expect(['PageDown', 'PageUp', 'Home', 'End'].map(from)).toEqual([40, 80, 0, 200]);
  });

  it('stays within the music and leaves other keys alone', () => {
    expect(scrubTarget('PageDown', 3, 200)).toBe(0);
    expect(scrubTarget('ArrowRight', 199, 200)).toBe(200);
    expect([' ', 'm', 'toString', 'Escape'].map((key) => scrubTarget(key, 3, 200))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
