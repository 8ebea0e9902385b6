import { describe, expect, it } from 'vitest';
import { loudness } from './loudness';

function sine(hz: number, amplitude: number): Float32Array {
  return Float32Array.from(
    { length: 48_000 * 4 },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / 48_000),
  );
}

describe('loudness', () => {
  it('of a 997 Hz sine at full scale in one channel is −3.01 LUFS, as the standard says', () => {
    expect(loudness([sine(997, 1), new Float32Array(192_000)])).toBeCloseTo(-3.01, 1);
  });

  it('counts both channels, and low tones less', () => {
    const tone = sine(997, 0.1);
    expect(loudness([tone, tone])).toBeCloseTo(-20, 1);
    const low = sine(40, 0.1);
    expect(loudness([low, low])).toBeLessThan(-24);
  });
});
