import { describe, expect, it } from 'vitest';
import { pianoNote } from './piano-note';

const RATE = 48_000;

function energy(samples: Float32Array, from: number, to: number): number {
  return samples.subarray(from * RATE, to * RATE).reduce((sum, x) => sum + x * x, 0);
}

/** The size of one frequency in a stretch of a quarter second, by correlation. */
function sizeAt(samples: Float32Array, hz: number): number {
  let x = 0;
  let y = 0;
  for (let i = 4800; i < 16_800; i++) {
    x += samples[i]! * Math.cos((2 * Math.PI * hz * i) / RATE);
    y += samples[i]! * Math.sin((2 * Math.PI * hz * i) / RATE);
  }
  return Math.hypot(x, y);
}

describe('pianoNote', () => {
  it.each([57, 66, 78])('of MIDI %i stays inside −1…1 and is neither broken nor faint', (midi) => {
    const peak = pianoNote(midi, RATE, 1).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    expect(peak).toBeGreaterThan(0.5);
    expect(peak).toBeLessThanOrEqual(1);
  });

  it('begins from zero and is there within 10 ms', () => {
    const samples = pianoNote(60, RATE, 1);
    expect(samples[0]).toBeCloseTo(0, 6);
    expect(energy(samples, 0.006, 0.016)).toBeGreaterThan(energy(samples, 0.1, 0.11));
  });

  it('is in tune, its partials stretched by stiffness', () => {
    const samples = pianoNote(69, RATE, 1);
    expect(sizeAt(samples, 440)).toBeGreaterThan(5 * sizeAt(samples, 450));
    const stretched = 880 * Math.sqrt(1 + 4 * 0.0003 * 2 ** 0.5);
    expect(sizeAt(samples, stretched)).toBeGreaterThan(5 * sizeAt(samples, 890));
  });

  it('dies away fast at first and slowly after, low notes slower than high ones', () => {
    const fall = (samples: Float32Array, from: number): number =>
      energy(samples, from, from + 0.1) / energy(samples, from + 0.3, from + 0.4);
    const low = pianoNote(57, RATE, 3);
    expect(fall(low, 0.02)).toBeGreaterThan(1.5 * fall(low, 1));
    expect(fall(pianoNote(78, RATE, 3), 0.5)).toBeGreaterThan(1.5 * fall(low, 0.5));
  });

  it('gives the same samples every time', () => {
    expect(pianoNote(60, 8000, 1)).toEqual(pianoNote(60, 8000, 1));
  });
});
