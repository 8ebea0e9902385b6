import { SoundUnsupportedError } from './sound-unsupported-error';
import { Context } from './tone';
import { SAMPLE_RATE } from './voices/tone-print';

/** Opens the audio hardware. @throws SoundUnsupportedError where the browser lacks what we need. */
export function openNativeContext(): AudioContext {
  if (typeof AudioContext === 'undefined') throw new SoundUnsupportedError('AudioContext');
  if (typeof AudioWorkletNode === 'undefined') throw new SoundUnsupportedError('AudioWorklet');
  return new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'balanced' });
}

/** Tone's view of a native context. Its own clock stands still: ours drives it. */
export function toneContext(context: AudioContext | OfflineAudioContext): Context {
  const offline =
    typeof OfflineAudioContext !== 'undefined' && context instanceof OfflineAudioContext;
  const tone = new Context({
    context,
    clockSource: 'offline',
    lookAhead: 0,
    updateInterval: 0.025,
  });
  return Object.assign(tone, { isOffline: offline });
}
