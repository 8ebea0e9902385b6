import type { ReadingProgress } from '../recording';
import {
  DamagedFileError,
  EmptyFileError,
  NoEventsError,
  OutrunError,
  RecordingError,
} from './errors';
import type { Answers, Failure, Request, Response } from './recording-messages';

/** A question without its number. */
type Question = Request extends infer Each
  ? Each extends Request
    ? Omit<Each, 'number'>
    : never
  : never;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** The page's end of the talk with a worker: numbered questions, each with its answer or its error. */
export class WorkerCall {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #endedBy: unknown = null;

  constructor(worker: Worker, onProgress: (progress: ReadingProgress) => void) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      if (data.say === 'progress') onProgress(data.progress);
      else this.#settle(data);
    });
    worker.addEventListener('error', ({ message }) => this.end(crashOf(message)));
  }

  /** @throws RecordingError as the worker threw it; whatever the call was ended with */
  ask<Asked extends Question>(question: Asked): Promise<Answers[Asked['ask']]> {
    return new Promise((resolve, reject) => {
      if (this.#endedBy !== null) {
        reject(this.#endedBy);
        return;
      }
      this.#asked += 1;
      this.#waiting.set(this.#asked, { resolve, reject });
      this.#worker.postMessage({ ...question, number: this.#asked });
    });
  }

  /** Stops the worker at once; what was asked and not answered fails with the reason. */
  end(reason: unknown): void {
    if (this.#endedBy !== null) return;
    this.#endedBy = reason;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #settle(response: Exclude<Response, { say: 'progress' }>): void {
    const waiting = this.#waiting.get(response.to);
    this.#waiting.delete(response.to);
    if (response.say === 'answer') waiting?.resolve(response.answer as never);
    else waiting?.reject(errorOf(response.failure));
  }
}

/** The worker's error, of its own class again. */
function errorOf({ name, message, resolution }: Failure): RecordingError {
  if (name === 'NoEventsError') return new NoEventsError(message, resolution);
  if (name === 'EmptyFileError') return new EmptyFileError(message, resolution);
  if (name === 'DamagedFileError') return new DamagedFileError(message, resolution);
  if (name === 'OutrunError') return new OutrunError();
  return new RecordingError(message, resolution);
}

function crashOf(message: string): RecordingError {
  return new RecordingError(
    `The part of this page that reads files stopped: ${message || 'it could not be loaded'}.`,
    'Reload the page, and drop the files again.',
  );
}
