import type { Seconds } from '$lib/core/score/note';
import { frequencyOf } from '../pitch';
import { SAMPLE_RATE } from '../sample-rate';
import type { FMSynth, MonoSynth, OfflineContext, Synth } from '../tone';
import { printContext } from '../tone-context';
import type { FrozenVoice } from './frozen-voice';

/** The end of a print goes to zero over this time, so that it cannot click. */
const END_FADE: Seconds = 0.02;

/** What a Tone.js instrument needs to become a frozen voice. */
export interface ToneRecipe {
  readonly holds: readonly Seconds[];
  /** The instrument's release; the print is as much longer than its hold. */
  readonly release: Seconds;
  readonly anchor: FrozenVoice['anchor'];
  /** Builds the instrument in the context, connects it to the end and strikes one note at time 0, velocity 1. */
  readonly strike: (context: OfflineContext, midi: number, hold: Seconds) => void;
}

/** A frozen voice that is rendered with its Tone.js instrument in an OfflineAudioContext of its own. */
export function toneVoice(recipe: ToneRecipe): FrozenVoice {
  const { holds, release, anchor } = recipe;
  return {
    holds,
    release,
    anchor,
    ringOn: 0,
    print: (midi, hold) => render(hold + release, (context) => recipe.strike(context, midi, hold)),
  };
}

async function render(
  length: Seconds,
  strike: (context: OfflineContext) => void,
): Promise<AudioBuffer> {
  const native = new OfflineAudioContext(1, Math.ceil(length * SAMPLE_RATE), SAMPLE_RATE);
  strike(printContext(native));
  const print = await native.startRendering();
  fadeEnd(print.getChannelData(0), END_FADE * SAMPLE_RATE);
  return print;
}

function fadeEnd(samples: Float32Array, length: number): void {
  const from = Math.max(0, samples.length - length);
  for (let i = Math.ceil(from); i < samples.length; i++)
    samples[i] = (samples[i] ?? 0) * ((samples.length - 1 - i) / length);
}

/** The strike of an instrument that plays one pitch at a time: built, connected and struck. */
export function pitched(
  build: (context: OfflineContext) => FMSynth | MonoSynth | Synth,
): ToneRecipe['strike'] {
  return (context, midi, hold) =>
    build(context)
      .connect(context.rawContext.destination)
      .triggerAttackRelease(frequencyOf(midi), hold, 0);
}
