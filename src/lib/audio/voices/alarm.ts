import { Synth } from '../tone';
import { everyThird } from './frozen-voice';
import { pitched, toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.alarm;

/** The alarm's eight partials; its drone has the same. */
export const ALARM_PARTIALS = [1, 0.62, 0.44, 0.32, 0.22, 0.14, 0.1, 0.07];

/** CloudWatch alarms: one pulse of the dissonant chord. */
export const alarm = toneVoice({
  holds: [noteSeconds, 2 * noteSeconds, 4 * noteSeconds],
  release: 0.25,
  anchor: everyThird(register[0]),
  strike: pitched(
    (context) =>
      new Synth({
        context,
        oscillator: { type: 'custom', partials: ALARM_PARTIALS },
        envelope: { attack: 0.012, decay: 0.2, sustain: 0.7, release: 0.25 },
      }),
  ),
});
