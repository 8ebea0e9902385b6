import { loadMapping } from '$lib/core/mapping/load-mapping';
import type { Recording } from '../recording';
import type { DroppedFile } from './dropped-file';
import { RecordingError } from './errors';
import { readFiles } from './read-files';
import type { Answers, Failure, Request, Response } from './recording-messages';

/** Answers the page's questions about one recording. */
export class RecordingService {
  readonly #say: (response: Response) => void;
  readonly #now: () => number;
  readonly #files: DroppedFile[] = [];
  #recording: Recording | null = null;

  /** @param now a clock in milliseconds that never goes back */
  constructor(say: (response: Response) => void, now: () => number) {
    this.#say = say;
    this.#now = now;
  }

  async answer(request: Request): Promise<void> {
    const to = request.number;
    try {
      this.#say({ say: 'answer', to, answer: await this.#answerTo(request) });
    } catch (error) {
      this.#say({ say: 'failure', to, failure: failureOf(error) });
    }
  }

  async #answerTo(request: Request): Promise<Answers[keyof Answers]> {
    if (request.ask === 'add') return this.#files.push(...request.files);
    if (request.ask === 'open') return this.#open(request);
    const recording = this.#recording;
    if (recording === null) throw new RangeError('The recording has not been read yet.');
    switch (request.ask) {
      case 'plan':
        return recording.plan(request.pace);
      case 'read':
        return recording.read(request.from, request.to);
      case 'state-at':
        return recording.stateAt(request.slot);
    }
  }

  async #open({ mapping, seed }: Extract<Request, { ask: 'open' }>) {
    this.#recording = await readFiles(this.#files, {
      mapping: loadMapping(mapping),
      seed,
      now: this.#now,
      onProgress: (progress) => this.#say({ say: 'progress', progress }),
    });
    return this.#recording.facts;
  }
}

function failureOf(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const resolution =
    error instanceof RecordingError ? error.resolution : 'Open the files once more.';
  return { name, message, resolution };
}
