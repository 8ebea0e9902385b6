import { Synth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.reed;

/** Messaging, integration and everything else: a soft reed, odd partials first. */
export const reed = toneVoice({
  holds: [noteSeconds, 2 * noteSeconds, 4 * noteSeconds],
  release: 0.18,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new Synth({
        context,
        oscillator: { type: 'custom', partials: [1, 0.06, 0.3, 0.04, 0.1, 0.02, 0.04] },
        envelope: { attack: 0.035, decay: 0.12, sustain: 0.55, release: 0.18 },
      }),
  ),
});
