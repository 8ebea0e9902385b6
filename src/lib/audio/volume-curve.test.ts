import { describe, expect, it } from 'vitest';
import { volumeGain } from './volume-curve';

describe('volumeGain', () => {
  it('is silent at 0 and unity at 1', () => {
    expect(volumeGain(0)).toBe(0);
    expect(volumeGain(1)).toBe(1);
  });

  it('halves the loudness, 10 dB, at half the way', () => {
    expect(20 * Math.log10(volumeGain(0.5))).toBeCloseTo(-10.03, 1);
  });

  it('never falls under −60 dB before it is silent', () => {
    expect(volumeGain(0.0001)).toBe(0.001);
  });

  it('brings nonsense inside the range', () => {
    expect(volumeGain(-1)).toBe(0);
    expect(volumeGain(Number.NaN)).toBe(0);
    expect(volumeGain(7)).toBe(1);
  });

  it('only rises', () => {
    const gains = Array.from({ length: 101 }, (_, step) => volumeGain(step / 100));
    expect(gains).toEqual(gains.toSorted((a, b) => a - b));
  });
});
