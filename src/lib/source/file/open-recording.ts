import type { ReadingProgress, Recording } from '../recording';
import type { DroppedFile } from './dropped-file';
import { WorkerCall } from './worker-call';
import { WorkerRecording } from './worker-recording';

/** A browser looks at each file on the disk when it is handed over, and the page waits for that. */
const FILES_AT_ONCE = 8;
/** How long the page may be held so before it has its turn; a frame lasts 16. */
const LONGEST_TURN_MS = 8;

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
 * @param files with the paths that they had in what was dropped or chosen
 * @param onProgress is told at most ten times a second
 * @param signal ends the reading at once
 * @throws RecordingError (`NoEventsError`, `EmptyFileError`, `DamagedFileError`) when nothing at all can be heard
 * @throws the signal's reason, an `AbortError`, when it aborts
 */
export async function openRecording(
  files: readonly DroppedFile[],
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
    await handOver(files, call);
    const facts = await call.ask({ ask: 'open', mapping, seed });
    return new WorkerRecording(facts, call);
  } catch (error) {
    call.end(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** A tree of logs has many thousands of files: they are handed over a few at a time, between frames. */
async function handOver(files: readonly DroppedFile[], call: WorkerCall): Promise<void> {
  let turnBegan = performance.now();
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    const taken = call.ask({ ask: 'add', files: files.slice(from, from + FILES_AT_ONCE) });
    const isLast = from + FILES_AT_ONCE >= files.length;
    if (!isLast && performance.now() - turnBegan < LONGEST_TURN_MS) {
      taken.catch(() => undefined);
      continue;
    }
    await taken;
    turnBegan = performance.now();
  }
}
