import { printKey } from '$lib/audio/freezing';
import { PAGE_PRINTS } from '$lib/audio/prepare';
import { SAMPLE_RATE } from '$lib/audio/sample-rate';
import type { FrozenName } from '$lib/audio/voices/frozen-voices';
import { VOICE_TRAITS } from '$lib/audio/voices/voice-traits';

/** Strikes chords of one voice on the bare prints: no panners, no reverb, no limiter. */
export async function dry(
  voice: FrozenName,
  midis: readonly number[],
  onsets: readonly number[],
): Promise<Float32Array> {
  const hit = await chord(voice, midis);
  const last = Math.max(...onsets) * SAMPLE_RATE;
  const samples = new Float32Array(Math.ceil(last) + hit.length);
  for (const onset of onsets) {
    const from = Math.round(onset * SAMPLE_RATE);
    hit.forEach((x, i) => (samples[from + i]! += x));
  }
  return samples;
}

async function chord(voice: FrozenName, midis: readonly number[]): Promise<Float32Array> {
  const tones = await Promise.all(midis.map((midi) => tone(voice, midi)));
  const gain = 0.7 * 10 ** (VOICE_TRAITS[voice].level / 20);
  const length = Math.max(...tones.map((samples) => samples.length));
  return Float32Array.from({ length }, (_, i) =>
    tones.reduce((sum, samples) => sum + gain * (samples[i] ?? 0), 0),
  );
}

/** A print brought to its pitch by an OfflineAudioContext, as the player does it. */
async function tone(voice: FrozenName, midi: number): Promise<Float32Array> {
  const key = printKey(voice, midi, VOICE_TRAITS[voice].noteSeconds);
  const buffer = await PAGE_PRINTS.make(key);
  const playbackRate = 2 ** ((midi - key.anchor) / 12);
  const context = new OfflineAudioContext(1, Math.ceil(buffer.length / playbackRate), SAMPLE_RATE);
  const source = new AudioBufferSourceNode(context, { buffer, playbackRate });
  source.connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}
