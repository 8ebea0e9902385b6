import { Synth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.mallet;

/** Compute and containers: a wooden bar, its fourth and tenth partial over the first. */
export const mallet = toneVoice({
  holds: [noteSeconds],
  release: 0.15,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new Synth({
        context,
        oscillator: { type: 'custom', partials: [1, 0, 0, 0.22, 0, 0, 0, 0, 0, 0.03] },
        envelope: { attack: 0.002, decay: 1.1, sustain: 0, release: 0.15 },
      }),
  ),
});
