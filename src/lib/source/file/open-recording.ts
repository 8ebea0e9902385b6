import type { ReadingProgress, Recording } from '../recording';
import { type DroppedFile, droppedFile } from './dropped-file';
import { WorkerCall } from './worker-call';
import { WorkerRecording } from './worker-recording';

/** A tree of logs has many thousands of files; to hand them all over at once would hold the page. */
const FILES_AT_ONCE = 250;

/** What the files are heard with. */
export interface RecordingScore {
  /** A mapping file's parsed JSON; which news are bad, and where a seek leads to, follow from it. */
  readonly mapping: unknown;
  readonly seed: number;
}

/**
 * Reads files in a worker and gives the recording in them: CloudTrail logs, event history, EventBridge events, archives
 * of queue bodies, our own Scores and journals, packed by gzip or not. Nothing of them leaves the browser, and the page
 * does none of the work.
 * @param files files as chosen (with `webkitRelativePath` where a folder was) or with the paths that they had in a drop
 * @param onProgress is told at most ten times a second
 * @param signal ends the reading at once
 * @throws RecordingError (`NoEventsError`, `EmptyFileError`, `DamagedFileError`) when nothing at all can be heard
 * @throws the signal's reason, an `AbortError`, when it aborts
 */
export async function openRecording(
  files: readonly (File | DroppedFile)[],
  onProgress: (progress: ReadingProgress) => void,
  signal: AbortSignal,
  { mapping, seed }: RecordingScore,
): Promise<Recording> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), { type: 'module' });
  const call = new WorkerCall(worker, onProgress);
  const cancel = () => call.end(signal.reason);
  signal.addEventListener('abort', cancel);
  try {
    for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
      const some = files.slice(from, from + FILES_AT_ONCE).map(droppedFile);
      await call.ask({ ask: 'add', files: some.map(({ file, path }) => ({ file, path })) });
    }
    const facts = await call.ask({ ask: 'open', mapping, seed });
    return new WorkerRecording(facts, call);
  } catch (error) {
    call.end(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
