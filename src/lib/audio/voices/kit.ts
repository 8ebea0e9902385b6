import type { Seconds } from '$lib/core/score/note';
import { frequencyOf } from '../pitch';
import { Filter, FMSynth, MembraneSynth, NoiseSynth, type OfflineContext } from '../tone';
import { everyThird } from './frozen-voice';
import { toneVoice } from './tone-print';
import { VOICE_TRAITS } from './voice-traits';

const { register, noteSeconds } = VOICE_TRAITS.kit;
/** The insert drum is tuned up to here; above it lie the shaker and the block, as General MIDI has them. */
const HIGHEST_DRUM = 60;
export const SHAKER = 70;
export const BLOCK = 76;
const BLOCK_HZ = 784;

const drum = everyThird(register[0]);

/** DynamoDB: insert is a tuned hand drum, modify (70) a shaker, remove (76) a wood block. */
export const kit = toneVoice({
  holds: [noteSeconds],
  release: 0.06,
  anchor: (midi) => {
    if (midi <= HIGHEST_DRUM) return drum(midi);
    return midi < (SHAKER + BLOCK) / 2 ? SHAKER : BLOCK;
  },
  strike: (context, midi, hold) => {
    if (midi === SHAKER) strikeShaker(context, hold);
    else if (midi === BLOCK) strikeBlock(context, hold);
    else strikeDrum(context, midi, hold);
  },
});

function strikeDrum(context: OfflineContext, midi: number, hold: Seconds): void {
  const synth = new MembraneSynth({
    context,
    volume: -1.5,
    pitchDecay: 0.025,
    octaves: 1.2,
    oscillator: { type: 'sine' },
    envelope: { attack: 0.003, decay: 0.55, sustain: 0, release: 0.06 },
  });
  synth.connect(context.rawContext.destination);
  synth.triggerAttackRelease(frequencyOf(midi), hold, 0);
}

function strikeShaker(context: OfflineContext, hold: Seconds): void {
  const filter = new Filter({ context, type: 'bandpass', frequency: 6800, Q: 0.8 });
  const synth = new NoiseSynth({
    context,
    volume: 4,
    noise: { type: 'white' },
    envelope: { attack: 0.006, decay: 0.16, sustain: 0, release: 0.03 },
  });
  synth.connect(filter.connect(context.rawContext.destination));
  synth.triggerAttackRelease(hold, 0);
}

function strikeBlock(context: OfflineContext, hold: Seconds): void {
  const synth = new FMSynth({
    context,
    volume: 9,
    harmonicity: 2.4,
    modulationIndex: 1.2,
    oscillator: { type: 'sine' },
    modulation: { type: 'sine' },
    envelope: { attack: 0.002, decay: 0.22, sustain: 0, release: 0.03 },
    modulationEnvelope: { attack: 0.001, decay: 0.1, sustain: 0, release: 0.03 },
  });
  synth.connect(context.rawContext.destination);
  synth.triggerAttackRelease(BLOCK_HZ, hold, 0);
}
