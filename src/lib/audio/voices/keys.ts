import { FMSynth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.keys;

/** Databases and data: an electric piano, carrier and modulator in unison. */
export const keys = toneVoice({
  holds: [noteSeconds],
  release: 0.35,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new FMSynth({
        context,
        harmonicity: 1,
        modulationIndex: 6,
        oscillator: { type: 'sine' },
        modulation: { type: 'sine' },
        envelope: { attack: 0.004, decay: 3, sustain: 0, release: 0.35 },
        modulationEnvelope: { attack: 0.002, decay: 1.6, sustain: 0.12, release: 0.3 },
      }),
  ),
});
