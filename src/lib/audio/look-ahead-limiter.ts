import type { Seconds } from '$lib/core/score/note';
import { gainOf, type Decibels } from './decibels';
import { MovingAverage } from './moving-average';
import { SlidingMinimum } from './sliding-minimum';

export const CEILING: Decibels = -1;
const LOOK_AHEAD: Seconds = 0.005;
const RELEASE: Seconds = 0.12;

/** How much later the limiter's output comes than its input, in samples. */
export function limiterLatency(sampleRate: number): number {
  return Math.round(LOOK_AHEAD * sampleRate);
}

/** The greatest 32-bit float that is not above the ceiling. */
function ceilingSample(): number {
  const exact = gainOf(CEILING);
  const rounded = Math.fround(exact);
  return rounded <= exact ? rounded : Math.fround(exact - 2 ** -25);
}

/**
 * A brick-wall limiter: no sample leaves above −1 dBFS, and what stays below passes unchanged, late by L samples.
 *
 * For each frame the wanted gain `min(1, ceiling / peak)` over all channels; its least over L + 1 samples (L alone
 * would let the last one escape); instant attack and one-pole release; then a mean over L samples, which turns the
 * steps into ramps that arrive in time. All state is allocated once.
 */
export class LookAheadLimiter {
  readonly latency: number;
  readonly #ceiling = ceilingSample();
  readonly #releaseFactor: number;
  readonly #least: SlidingMinimum;
  readonly #mean: MovingAverage;
  readonly #delays: readonly Float32Array[];
  #held = 1;
  #cursor = 0;

  constructor(sampleRate: number, channels = 2) {
    this.latency = limiterLatency(sampleRate);
    this.#releaseFactor = Math.exp(-1 / (RELEASE * sampleRate));
    this.#least = new SlidingMinimum(this.latency + 1);
    this.#mean = new MovingAverage(this.latency, 1);
    this.#delays = Array.from({ length: channels }, () => new Float32Array(this.latency));
  }

  /** Limits one block. Channels missing from the input count as silence; both have the same number of frames. */
  process(input: readonly Float32Array[], output: readonly Float32Array[]): void {
    const frames = output[0]?.length ?? 0;
    for (let i = 0; i < frames; i++) this.#frame(input, output, i);
  }

  #frame(input: readonly Float32Array[], output: readonly Float32Array[], i: number): void {
    const gain = this.#gain(peakAt(input, i));
    for (let channel = 0; channel < output.length; channel++) {
      const late = this.#delay(channel, input[channel]?.[i] ?? 0);
      const sample = Math.max(-this.#ceiling, Math.min(this.#ceiling, late * gain));
      (output[channel] as Float32Array)[i] = sample;
    }
    this.#cursor = (this.#cursor + 1) % this.latency;
  }

  #gain(peak: number): number {
    const least = this.#least.push(peak > this.#ceiling ? this.#ceiling / peak : 1);
    this.#held = Math.min(least, 1 - (1 - this.#held) * this.#releaseFactor);
    return this.#mean.push(this.#held);
  }

  #delay(channel: number, sample: number): number {
    const line = this.#delays[channel];
    if (!line) return 0;
    const late = line[this.#cursor] ?? 0;
    line[this.#cursor] = Number.isFinite(sample) ? sample : 0;
    return late;
  }
}

function peakAt(input: readonly Float32Array[], i: number): number {
  let peak = 0;
  for (let channel = 0; channel < input.length; channel++) {
    const size = Math.abs(input[channel]?.[i] ?? 0);
    if (size > peak && size < Infinity) peak = size;
  }
  return peak;
}
