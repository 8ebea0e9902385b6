import { MonoSynth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.minor;

/** Errors and 5xx: one tone of a dark, brassy chord. */
export const minor = toneVoice({
  holds: [noteSeconds, 2 * noteSeconds, 4 * noteSeconds],
  release: 0.45,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new MonoSynth({
        context,
        oscillator: { type: 'sawtooth' },
        filter: { type: 'lowpass', rolloff: -12, Q: 0.7 },
        filterEnvelope: {
          attack: 0.01,
          decay: 0.3,
          sustain: 0.35,
          release: 0.4,
          baseFrequency: 380,
          octaves: 1.9,
          exponent: 2,
        },
        envelope: { attack: 0.01, decay: 0.35, sustain: 0.3, release: 0.45 },
      }),
  ),
});
