import { partials, type Partial } from './spectrum';

const FRAME = 16_384;
const LEAST_SHARE = 0.003;
const LEAST_ENERGY = 1e-6;

/** Roughness by Vassilakis (2001), the mean over frames of 16,384 samples, weighted by their energy. */
export function roughness(samples: Float32Array, sampleRate: number): number {
  let sum = 0;
  let weight = 0;
  for (let from = 0; from < samples.length; from += FRAME / 2) {
    const frame = new Float32Array(FRAME);
    frame.set(samples.subarray(from, from + FRAME));
    const energy = frame.reduce((total, x) => total + x * x, 0);
    if (energy < LEAST_ENERGY) continue;
    sum += energy * ofFrame(partials(frame, sampleRate, LEAST_SHARE));
    weight += energy;
  }
  return weight > 0 ? sum / weight : 0;
}

function ofFrame(found: readonly Partial[]): number {
  let sum = 0;
  for (let i = 0; i < found.length; i++)
    for (let j = i + 1; j < found.length; j++) sum += ofPair(found[i]!, found[j]!);
  return sum;
}

function ofPair(a: Partial, b: Partial): number {
  const strong = Math.max(a.amplitude, b.amplitude);
  const weak = Math.min(a.amplitude, b.amplitude);
  const apart = Math.abs(a.hz - b.hz);
  const scale = 0.24 / (0.0207 * Math.min(a.hz, b.hz) + 18.96);
  const beating = Math.exp(-3.5 * scale * apart) - Math.exp(-5.75 * scale * apart);
  return (strong * weak) ** 0.1 * 0.5 * ((2 * weak) / (strong + weak)) ** 3.11 * beating;
}
