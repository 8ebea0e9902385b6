import type { Note, Seconds } from '$lib/core/score/note';
import { printKey, type Prints } from './freezing';
import { Orchestra } from './orchestra';
import { PAGE_PRINTS } from './prepare';
import { isFrozen } from './voices/frozen-voices';
import { SAMPLE_RATE } from './sample-rate';
import { orchestraContext } from './tone-context';
import { loadSoundModule } from './worklet/sound-module';

/** Notes are scheduled a second at a time: thousands of waiting sources would slow the render down. */
const STEP: Seconds = 1;
/** How much further notes are scheduled than the step goes, so that tied notes meet. */
const OVERLAP: Seconds = 0.5;

export interface RenderOptions {
  readonly prints?: Prints;
  /** Called after each second of music. */
  readonly onProgress?: (done: Seconds) => void;
}

/**
 * Renders notes through the same graph that plays live, limiter included, faster than real time.
 * @param duration of the result in seconds; the tails of the last notes need a few more than the notes.
 * @returns stereo, 48 kHz, 5 ms late (the limiter's look-ahead).
 */
export async function renderNotes(
  notes: readonly Note[],
  duration: Seconds,
  { prints = PAGE_PRINTS, onProgress }: RenderOptions = {},
): Promise<AudioBuffer> {
  await freezeFor(notes, prints);
  const native = new OfflineAudioContext(2, Math.ceil(duration * SAMPLE_RATE), SAMPLE_RATE);
  await loadSoundModule(native);
  const conductor = new Conductor(new Orchestra(orchestraContext(native), prints), notes);
  conductor.step(0);
  for (let at = STEP; at < duration; at += STEP)
    void native.suspend(at).then(() => {
      conductor.step(at);
      onProgress?.(at);
      void native.resume();
    });
  return native.startRendering();
}

/** Hands the notes to the orchestra in order of time, a step ahead. */
class Conductor {
  readonly #notes: readonly Note[];
  #next = 0;

  constructor(
    private readonly orchestra: Orchestra,
    notes: readonly Note[],
  ) {
    this.#notes = notes.toSorted((a, b) => a.time - b.time);
  }

  step(from: Seconds): void {
    const until = from + STEP;
    for (let note = this.#peek(); note && note.time < until + OVERLAP; note = this.#peek()) {
      this.orchestra.play(note, note.time);
      this.#next++;
    }
    this.orchestra.advance(from, until);
  }

  #peek(): Note | undefined {
    return this.#notes[this.#next];
  }
}

async function freezeFor(notes: readonly Note[], prints: Prints): Promise<void> {
  for (const { voice, midi, duration } of notes)
    if (isFrozen(voice)) await prints.make(printKey(voice, midi, duration));
}
