import { describe, expect, it } from 'vitest';
import { reverbImpulse } from './reverb-impulse';

const RATE = 48_000;
const [left, right] = reverbImpulse(RATE);

function energy(samples: Float32Array, from = 0, to = samples.length / RATE): number {
  return samples
    .subarray(Math.round(from * RATE), Math.round(to * RATE))
    .reduce((sum, x) => sum + x * x, 0);
}

/** Energy of the differences over energy: grows with the treble. */
function brightness(from: number, to: number): number {
  const part = left.subarray(Math.round(from * RATE), Math.round(to * RATE));
  const steps = part.map((x, i) => x - (part[i - 1] ?? x));
  return steps.reduce((sum, x) => sum + x * x, 0) / part.reduce((sum, x) => sum + x * x, 0);
}

describe('reverbImpulse', () => {
  it('has energy 1 in each channel', () => {
    expect(energy(left)).toBeCloseTo(1, 4);
    expect(energy(right)).toBeCloseTo(1, 4);
  });

  it('is silent for 18 ms and speaks after', () => {
    expect(energy(left, 0, 0.018)).toBe(0);
    expect(energy(left, 0.018, 0.05)).toBeGreaterThan(0.01);
  });

  it('falls at least as fast as 60 dB in 2.4 s: 25 dB a second', () => {
    const fall = 10 * Math.log10(energy(left, 0.1, 0.3) / energy(left, 1.1, 1.3));
    expect(fall).toBeGreaterThan(25);
    expect(fall).toBeLessThan(35);
  });

  it('grows darker', () => {
    expect(brightness(0.05, 0.3)).toBeGreaterThan(2 * brightness(1.5, 2));
  });

  it('differs between the ears and repeats for a seed', () => {
    expect(left).not.toEqual(right);
    expect(reverbImpulse(8000, 3)).toEqual(reverbImpulse(8000, 3));
  });
});
