import { FMSynth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.glass;

/** Identity, security and management: a glass bell, the modulator a twelfth above. */
export const glass = toneVoice({
  holds: [noteSeconds],
  release: 0.6,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new FMSynth({
        context,
        harmonicity: 3,
        modulationIndex: 7,
        oscillator: { type: 'sine' },
        modulation: { type: 'sine' },
        envelope: { attack: 0.003, decay: 3, sustain: 0, release: 0.6 },
        modulationEnvelope: { attack: 0.001, decay: 1.4, sustain: 0, release: 0.4 },
      }),
  ),
});
