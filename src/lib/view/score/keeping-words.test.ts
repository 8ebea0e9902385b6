import { describe, expect, it } from 'vitest';
import { keepingWords } from './keeping-words';

describe('keepingWords', () => {
  it('are silent while all is kept, and tell what is not', () => {
    expect(keepingWords({ keeping: 'kept', forgotten: 0 })).toBeNull();
    expect(keepingWords({ keeping: 'kept', forgotten: 1200 })).toBe(
      '1,200 old messages dropped to make room',
    );
    expect(keepingWords({ keeping: 'memory-only', forgotten: 3 })).toMatch(/^Not kept/);
  });
});
