import { MonoSynth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.bass;

/** EC2: a round bass of six partials under a low filter. */
export const bass = toneVoice({
  holds: [noteSeconds, 2 * noteSeconds, 4 * noteSeconds],
  release: 0.18,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new MonoSynth({
        context,
        oscillator: { type: 'custom', partials: [1, 0.55, 0.28, 0.14, 0.07, 0.03] },
        filter: { type: 'lowpass', rolloff: -12, Q: 0.7 },
        filterEnvelope: {
          attack: 0.004,
          decay: 0.25,
          sustain: 0.25,
          release: 0.2,
          baseFrequency: 180,
          octaves: 2.2,
          exponent: 2,
        },
        envelope: { attack: 0.006, decay: 1, sustain: 0.25, release: 0.18 },
      }),
  ),
});
