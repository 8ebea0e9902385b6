import { describe, expect, it } from 'vitest';
import { gainOf } from './decibels';
import { LookAheadLimiter } from './look-ahead-limiter';
import { seededNoise } from './seeded-noise';

const RATE = 48_000;
const BLOCK = 128;
const CEILING = gainOf(-1);

/** Runs whole signals through in blocks of 128, as the audio thread does. */
function limit(...signals: Float32Array[]): Float32Array[] {
  const limiter = new LookAheadLimiter(RATE, signals.length);
  const outputs = signals.map((signal) => new Float32Array(signal.length));
  for (let from = 0; from < (signals[0]?.length ?? 0); from += BLOCK) {
    const block = (signal: Float32Array): Float32Array => signal.subarray(from, from + BLOCK);
    limiter.process(signals.map(block), outputs.map(block));
  }
  return outputs;
}

function noise(seconds: number, gain: number, seed = 1): Float32Array {
  const next = seededNoise(seed);
  return Float32Array.from({ length: seconds * RATE }, () => next() * gain);
}

/** Short bursts over a quiet bed, as percussion is: attacks that the limiter cannot have seen coming. */
function bursts(gain: number): Float32Array {
  return noise(4, gain).map((x, i) => (i % 9_001 < 40 ? x : x * 0.02));
}

/** Two clicks closer than the look-ahead. */
function clicks(): Float32Array {
  const samples = new Float32Array(RATE).fill(2, 20_000, 20_001);
  return samples.fill(4, 20_200, 20_201);
}

function peak(samples: Float32Array): number {
  return samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

const L = new LookAheadLimiter(RATE).latency;

describe('LookAheadLimiter', () => {
  it('is 5 ms late', () => {
    expect(L).toBe(240);
    const impulse = new Float32Array(BLOCK * 8);
    impulse[3] = 0.5;
    expect(limit(impulse)[0]?.indexOf(0.5)).toBe(3 + L);
  });

  it('passes what stays below the ceiling, sample for sample', () => {
    const input = noise(1, 0.89);
    const [output] = limit(input);
    expect(output?.subarray(L)).toEqual(input.subarray(0, input.length - L));
  });

  it.each([
    ['noise', noise(2, gainOf(12))],
    ['bursts', bursts(gainOf(12))],
    ['a lone click', new Float32Array(RATE).fill(4, 20_000, 20_001)],
    ['a long overload', new Float32Array(RATE).fill(4)],
  ])('holds %s, driven +12 dB, to −1 dBFS', (_, input) => {
    const most = peak(limit(input)[0] as Float32Array);
    expect(most).toBeLessThanOrEqual(CEILING);
    expect(most).toBeGreaterThan(0.8);
  });

  it('comes down in a ramp over the look-ahead, never in a step', () => {
    const bed = new Float32Array(RATE).fill(0.5);
    const click = Float32Array.from(bed).fill(4, 20_000, 20_001);
    const output = limit(click)[0] as Float32Array;
    const around = output
      .map((x, i) => (i === 20_000 + L ? 0 : x))
      .subarray(20_000 - L, 20_000 + L);
    const steps = around.slice(1).map((x, i) => Math.abs(x - (around[i] as number)));
    const most = (0.5 * (1 - CEILING / 4)) / L;
    expect(Math.max(...steps)).toBeLessThanOrEqual(most + 1e-6);
    expect(output[20_000 + L]).toBeCloseTo(CEILING, 3);
  });

  it.each([
    ['noise', noise(1, 4)],
    ['bursts', bursts(4)],
    ['a lone click', new Float32Array(RATE).fill(4, 20_000, 20_001)],
    ['a click and a louder one', clicks()],
  ])('turns both channels down by one gain, which alone holds %s', (_, loud) => {
    const pilot = new Float32Array(loud.length).fill(0.2);
    const [left, right] = limit(loud, pilot) as [Float32Array, Float32Array];
    const expected = left.map((_, i) => (i < L ? 0 : (loud[i - L]! * right[i]!) / 0.2));
    const furthest = peak(left.map((x, i) => x - expected[i]!));
    expect(furthest).toBeLessThan(1e-6);
  });

  it('lets go again: half a second later the gain is within 2 % of 1', () => {
    const input = new Float32Array(RATE).fill(0.5);
    input.fill(3, 0, 1000);
    const [output] = limit(input);
    expect(output?.[1000 + L + RATE / 2]).toBeGreaterThan(0.49);
  });

  it('turns broken samples into silence and goes on', () => {
    const input = new Float32Array(BLOCK * 8).fill(0.5);
    input.set([NaN, Infinity, -Infinity], 10);
    const [output] = limit(input);
    expect(output?.every(Number.isFinite)).toBe(true);
    expect(output?.at(-1)).toBe(0.5);
  });
});
