import type { Seconds } from '$lib/core/score/note';
import { everyThird, type FrozenVoice } from './frozen-voice';
import { pianoNote } from './piano-note';
import { SAMPLE_RATE } from '../sample-rate';
import { VOICE_TRAITS } from './voice-traits';

const PRINT_SECONDS: Seconds = 3.2;
const FADE: Seconds = 0.35;
/** A note stops half a second after its duration, the fade being its last part. */
const RING_ON: Seconds = 0.5 - FADE;

/** S3: a soft piano, computed. Nothing is downloaded. */
export const piano: FrozenVoice = {
  holds: [PRINT_SECONDS - FADE],
  ringOn: RING_ON,
  release: FADE,
  anchor: everyThird(VOICE_TRAITS.piano.register[0] - 1),
  print: (midi) => Promise.resolve(printed(midi)),
};

function printed(midi: number): AudioBuffer {
  const samples = pianoNote(midi, SAMPLE_RATE, PRINT_SECONDS);
  const print = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE });
  print.copyToChannel(samples, 0);
  return print;
}
