import { Filter, NoiseSynth, Synth, type OfflineContext } from '../tone';
import { toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.snare;
const SHELL_HZ = 190;

/** API Gateway: wires (filtered noise) over a shell (a short low tone). One pitch. */
export const snare = toneVoice({
  holds: [noteSeconds],
  release: 0.05,
  anchor: () => register[0],
  strike: (context, _midi, hold) => {
    wires(context).triggerAttackRelease(hold, 0);
    shell(context).triggerAttackRelease(SHELL_HZ, hold, 0);
  },
});

function wires(context: OfflineContext): NoiseSynth {
  const filter = new Filter({ context, type: 'bandpass', frequency: 2600, Q: 0.5 });
  const synth = new NoiseSynth({
    context,
    volume: 6,
    noise: { type: 'pink' },
    envelope: { attack: 0.002, decay: 0.4, sustain: 0, release: 0.05 },
  });
  synth.connect(filter.connect(context.rawContext.destination));
  return synth;
}

function shell(context: OfflineContext): Synth {
  const synth = new Synth({
    context,
    volume: -15,
    oscillator: { type: 'sine' },
    envelope: { attack: 0.002, decay: 0.3, sustain: 0, release: 0.05 },
  });
  synth.connect(context.rawContext.destination);
  return synth;
}
