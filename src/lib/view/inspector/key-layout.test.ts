import { describe, expect, it } from 'vitest';
import { isBlackKey, keyLayout } from './key-layout';

describe('keyLayout', () => {
  it('shows two octaves at least, and all of the notes', () => {
    expect(keyLayout([60])).toHaveLength(24);
    const wide = keyLayout([40, 76]).map(({ midi }) => midi);
    expect(Math.min(...wide)).toBe(36);
    expect(Math.max(...wide)).toBe(83);
  });

  it('sets seven white keys an octave, black ones between and painted last', () => {
    const keys = keyLayout([60, 62]);
    const whites = keys.filter((key) => !key.isBlack);
    expect(whites.map(({ left }) => left)).toEqual(Array.from({ length: 14 }, (_, i) => i));
    expect(keys.slice(14).every(({ isBlack }) => isBlack)).toBe(true);
    expect(keys.find(({ midi }) => midi === 61)?.left).toBeCloseTo(0.7);
  });
});

describe('isBlackKey', () => {
  it('knows an octave', () => {
    expect(Array.from({ length: 12 }, (_, i) => isBlackKey(60 + i)).filter(Boolean)).toHaveLength(
      5,
    );
  });
});
