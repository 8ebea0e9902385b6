import { SoundUnsupportedError } from './sound-unsupported-error';
import { SAMPLE_RATE } from './sample-rate';

/**
 * Opens the audio hardware. Of the latency hints, `balanced` gives buffers of 10 ms where `playback` takes 21: the
 * difference is a tenth of what a note may take from its message to the ear.
 * @throws SoundUnsupportedError where the browser lacks what we need.
 */
export function openNativeContext(): AudioContext {
  if (typeof AudioContext === 'undefined') throw new SoundUnsupportedError('AudioContext');
  if (typeof AudioWorkletNode === 'undefined') throw new SoundUnsupportedError('AudioWorklet');
  return new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'balanced' });
}
