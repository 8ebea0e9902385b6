import { FMSynth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.major;

/** Deploys and CI that succeed: one tone of a bright strummed chord. */
export const major = toneVoice({
  holds: [noteSeconds],
  release: 0.8,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new FMSynth({
        context,
        harmonicity: 2,
        modulationIndex: 5,
        oscillator: { type: 'sine' },
        modulation: { type: 'sine' },
        envelope: { attack: 0.006, decay: 4.5, sustain: 0, release: 0.8 },
        modulationEnvelope: { attack: 0.002, decay: 2, sustain: 0, release: 0.5 },
      }),
  ),
});
