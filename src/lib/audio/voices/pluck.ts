import { MonoSynth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.pluck;

/** Lambda: a plucked string, a filter that closes fast over a sawtooth's partials. */
export const pluck = toneVoice({
  holds: [noteSeconds],
  release: 0.12,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new MonoSynth({
        context,
        oscillator: { type: 'custom', partials: [1, 0.5, 0.33, 0.25, 0.2, 0.16, 0.12, 0.1] },
        filter: { type: 'lowpass', rolloff: -12, Q: 0.9 },
        filterEnvelope: {
          attack: 0.001,
          decay: 0.5,
          sustain: 0,
          release: 0.1,
          baseFrequency: 500,
          octaves: 3.4,
          exponent: 2,
        },
        envelope: { attack: 0.002, decay: 1, sustain: 0, release: 0.12 },
      }),
  ),
});
