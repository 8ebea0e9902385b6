import { ordinaryPrints } from '$lib/audio/freezing';
import { renderNotes } from '$lib/audio/offline-render';
import { PAGE_PRINTS, prepare } from '$lib/audio/prepare';
import { SAMPLE_RATE } from '$lib/audio/sample-rate';
import { ToneOutput } from '$lib/audio/tone-output';
import type { FrozenName } from '$lib/audio/voices/frozen-voices';
import type { Note, Seconds } from '$lib/core/score/note';
import { dry } from './dry';
import { measure, type Measures } from './measure';
import { roughness } from './roughness';
import { partials } from './spectrum';

/** Renders notes through the whole mix and measures the result. */
async function listen(notes: readonly Note[], seconds: Seconds): Promise<Measures> {
  return measure(await renderNotes(notes, seconds));
}

/** How rough a chord of one voice is, struck at the onsets, without reverb. */
async function roughnessOf(
  voice: FrozenName,
  midis: readonly number[],
  onsets: readonly number[] = [0],
): Promise<number> {
  return roughness(await dry(voice, midis, onsets), SAMPLE_RATE);
}

/** The frequencies in Hz of a note's partials within 20 dB of its strongest, through the whole mix. */
async function frequencies(voice: FrozenName, midi: number): Promise<readonly number[]> {
  const note = { time: 0, duration: 0.4, midi, velocity: 0.7, voice, pan: 0, events: [] };
  const piece = await renderNotes([note], 1);
  const frame = piece.getChannelData(0).slice(0, 16_384);
  return partials(frame, SAMPLE_RATE, 0.1).map(({ hz }) => hz);
}

/** The audio room as a browser test drives it; it stands in for the session. */
const stage = {
  output: new ToneOutput(),
  prepare,
  prints: PAGE_PRINTS,
  ordinaryPrints,
  renderNotes,
  listen,
  roughnessOf,
  frequencies,
};

declare global {
  var stage: Stage;
}
export type Stage = typeof stage;

globalThis.stage = stage;
document.querySelector('button')?.addEventListener('click', () => {
  const started = stage.output.start();
  started.then(
    () => (document.title = 'started'),
    (error: Error) => (document.title = error.name),
  );
});
