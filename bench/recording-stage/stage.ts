import mappingJson from '$mappings/default.json';
import { openRecording } from '$lib/source/file/open-recording';
import type { DroppedFile } from '$lib/source/file/dropped-file';
import type { Pace, ReadingProgress, Recording } from '$lib/source/recording';
import { takeChosen } from '$lib/view/open-files/dropped-files';
import { FrameWatch, type Smoothness } from './frame-watch';

/** Something that took a while, and how smooth the page was meanwhile. */
export interface Lap<Result> extends Smoothness {
  readonly result: Result;
  readonly seconds: number;
}

async function lap<Result>(work: () => Promise<Result>): Promise<Lap<Result>> {
  const frames = new FrameWatch();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1_000;
  return { result, seconds, ...frames.end() };
}

/** What the benchmark asks of this page: the files that were chosen are read, planned, sought in and cancelled. */
export class Stage {
  #recording: Recording | null = null;
  #progress: ReadingProgress | null = null;

  /** How smooth the page is while it does nothing: what the machine does beside it shows here. */
  idle(ms: number) {
    return lap(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  }

  open() {
    return lap(async () => {
      this.#recording = await openRecording(chosen(), this.#show, new AbortController().signal, {
        mapping: mappingJson,
        seed: 1,
      });
      const { unreadable, ...facts } = this.#recording.facts;
      return { ...facts, unreadable: unreadable.count, lines: unreadable.lines.slice(0, 3) };
    });
  }

  plan(pace: Pace) {
    return lap(async () => {
      const plan = await this.#opened.plan(pace);
      return { slots: plan.slots, speed: plan.speed };
    });
  }

  read(from: number, to: number) {
    return lap(async () => (await this.#opened.read(from, to)).length);
  }

  stateAt(slot: number) {
    return lap(async () => JSON.stringify(await this.#opened.stateAt(slot)).length);
  }

  /** Begins to read and cancels after a while. Gives how long the cancelling took. */
  async cancel(afterMs: number): Promise<number> {
    const cancelling = new AbortController();
    const options = { mapping: mappingJson, seed: 1 };
    const reading = openRecording(chosen(), this.#show, cancelling.signal, options);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const asked = performance.now();
    cancelling.abort();
    await reading.catch(() => undefined);
    return performance.now() - asked;
  }

  get progress(): ReadingProgress | null {
    return this.#progress;
  }

  close(): void {
    this.#recording?.close();
  }

  get #opened(): Recording {
    if (this.#recording === null) throw new Error('Nothing has been opened.');
    return this.#recording;
  }

  readonly #show = (progress: ReadingProgress): void => {
    this.#progress = progress;
    const bar = document.querySelector('progress');
    if (bar) bar.value = progress.bytesRead / progress.bytesTotal;
  };
}

function chosen(): readonly DroppedFile[] {
  const files = document.querySelector('input')?.files;
  return files ? takeChosen(files) : [];
}

declare global {
  interface Window {
    recordingStage: Stage;
  }
}

window.recordingStage = new Stage();
