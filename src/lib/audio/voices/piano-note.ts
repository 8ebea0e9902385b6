import type { Seconds } from '$lib/core/score/note';
import { frequencyOf } from '../pitch';
import { seededNoise } from '../seeded-noise';

const PARTIALS = 24;
const HIGHEST_HZ = 12_000;
/** Where the hammer meets the string, as a share of its length: partials with a node there are weak. */
const HAMMER_PLACE = 0.122;
const ATTACK: Seconds = 0.006;
const HAMMER: Seconds = 0.03;
const HAMMER_LEVEL = 0.02;
/** Two strings a note, at most 0.6 cents apart: one dies away fast, the other rings on. */
const STRINGS = [
  { cents: -0.3, share: 0.6, ring: 0.22 },
  { cents: 0.3, share: 0.4, ring: 1 },
];
/** Brings the struck note to the level that the mix expects of it. */
const LEVEL = 1.25;

/**
 * One soft piano note, mono, at velocity 1, computed from a table of partials: stretched by the string's stiffness
 * (f·k·√(1 + B k²), Fletcher 1964), shaped by the place of the hammer, each with two decays (Weinreich 1977).
 * @param midi the note, 21 to 108.
 * @returns `seconds` × `sampleRate` samples, |sample| ≤ 1.
 */
export function pianoNote(
  midi: number,
  sampleRate: number,
  seconds: Seconds,
): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(seconds * sampleRate));
  for (let k = 1; k <= PARTIALS; k++) addPartial(samples, midi, k, sampleRate);
  attack(samples, sampleRate);
  addHammer(samples, midi, sampleRate);
  return samples;
}

function addPartial(samples: Float32Array, midi: number, k: number, sampleRate: number): void {
  const stiffness = 0.0003 * 2 ** ((midi - 60) / 18);
  const hz = frequencyOf(midi) * k * Math.sqrt(1 + stiffness * k * k);
  if (hz > HIGHEST_HZ) return;
  const size =
    (Math.abs(Math.sin(HAMMER_PLACE * Math.PI * k)) + 0.02) * k ** -1.25 * Math.exp(-hz / 2600);
  const t60 = (3.4 * 2 ** (-(midi - 57) / 15)) / (1 + 0.16 * (k - 1));
  for (const { cents, share, ring } of STRINGS)
    addDecay(samples, hz * 2 ** (cents / 1200), LEVEL * size * share, t60 * ring, sampleRate);
}

/** Adds a decaying sine by turning a phasor, until it is 80 dB down. */
function addDecay(
  samples: Float32Array,
  hz: number,
  amplitude: number,
  t60: Seconds,
  sampleRate: number,
): void {
  const turn = (2 * Math.PI * hz) / sampleRate;
  const fall = 10 ** (-3 / (t60 * sampleRate));
  const cos = fall * Math.cos(turn);
  const sin = fall * Math.sin(turn);
  const end = Math.min(samples.length, Math.ceil((t60 * sampleRate * 80) / 60));
  let x = amplitude;
  let y = 0;
  for (let i = 0; i < end; i++) {
    samples[i] = (samples[i] ?? 0) + y;
    const turned = x * cos - y * sin;
    y = x * sin + y * cos;
    x = turned;
  }
}

function attack(samples: Float32Array, sampleRate: number): void {
  const length = ATTACK * sampleRate;
  for (let i = 0; i < length; i++)
    samples[i] = ((samples[i] ?? 0) * (1 - Math.cos((Math.PI * i) / length))) / 2;
}

/** Soft felt: noise through a one-pole low-pass, shaped by a half sine. */
function addHammer(samples: Float32Array, midi: number, sampleRate: number): void {
  const noise = seededNoise(midi);
  const length = HAMMER * sampleRate;
  let soft = 0;
  for (let i = 0; i < length; i++) {
    soft += 0.15 * (noise() - soft);
    samples[i] = (samples[i] ?? 0) + HAMMER_LEVEL * soft * Math.sin((Math.PI * i) / length);
  }
}
