import type { Seconds } from '$lib/core/score/note';
import { seededNoise } from './seeded-noise';

const PRE_DELAY: Seconds = 0.018;
const BUILD_UP: Seconds = 0.012;
/** The time in which the tail falls by 60 dB. */
const RT60: Seconds = 2.4;
const DAMPING_START_HZ = 5700;
/** The damping's corner falls as e^(−1.1 t): air and walls take the treble first. */
const DAMPING_FALL_PER_SECOND = 1.1;

/** The length of the impulse: the tail to −60 dB after the pre-delay. */
export const REVERB_SECONDS: Seconds = PRE_DELAY + RT60;

/**
 * A room's impulse response, stereo, from seeded noise: pre-delay, build-up, exponential decay, treble damped by a
 * one-pole low-pass whose corner falls with time. Each channel has energy 1.
 */
export function reverbImpulse(
  sampleRate: number,
  seed = 1,
): readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
  return [channel(sampleRate, seed), channel(sampleRate, seed + 0x9e37)];
}

function channel(sampleRate: number, seed: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(REVERB_SECONDS * sampleRate));
  const noise = seededNoise(seed);
  let damped = 0;
  for (let i = Math.round(PRE_DELAY * sampleRate); i < samples.length; i++) {
    const t = i / sampleRate - PRE_DELAY;
    damped += dampingStep(t, sampleRate) * (noise() - damped);
    samples[i] = damped * level(t);
  }
  return withEnergyOne(samples);
}

function level(t: Seconds): number {
  return Math.min(1, t / BUILD_UP) * 10 ** ((-3 * t) / RT60);
}

/** The coefficient of a one-pole low-pass: 1 − e^(−2π f / rate). */
function dampingStep(t: Seconds, sampleRate: number): number {
  const corner = DAMPING_START_HZ * Math.exp(-DAMPING_FALL_PER_SECOND * t);
  return 1 - Math.exp((-2 * Math.PI * corner) / sampleRate);
}

function withEnergyOne(samples: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const energy = samples.reduce((sum, x) => sum + x * x, 0);
  return samples.map((x) => x / Math.sqrt(energy));
}
