import type { UnreadableLine } from '../recording';
import { DamagedFileError, EmptyFileError, NoEventsError, type RecordingError } from './errors';

/** How the reading of one file ended. */
export interface FileEnd {
  readonly path: string;
  /** `text`: as text that may hold events. */
  readonly kind: 'text' | 'empty' | 'foreign' | 'damaged';
  /** What it is or what happened to it, in words that follow "it". */
  readonly because: string;
  readonly resolution: string;
}

const DROP_LOGS =
  'Drop CloudTrail logs (.json or .json.gz), an event history download (JSON or CSV), or EventBridge events, one a line.';

/** Why there is no recording where no event was found: the first file that is of another kind speaks for all. */
export function refusal(
  ends: readonly FileEnd[],
  lines: readonly UnreadableLine[],
): RecordingError {
  const [only] = ends;
  if (only === undefined)
    return new NoEventsError('There is no file here that could hold events.', DROP_LOGS);
  const full = ends.filter(({ kind }) => kind !== 'empty');
  const of = ends.length === 1 ? nameOf(only) : `None of these ${String(ends.length)} files`;
  if (full.length === 0) return emptiness(ends);
  const telling = full.find(({ kind }) => kind !== 'text');
  const holds =
    ends.length === 1 ? `${of} holds no events we can read` : `${of} holds events we can read`;
  if (telling === undefined) return new NoEventsError(holds + because(lines), DROP_LOGS);
  const it = ends.length === 1 ? 'it' : nameOf(telling);
  const message = `${holds}: ${it} ${telling.because}.`;
  if (telling.kind === 'damaged') return new DamagedFileError(message, telling.resolution);
  return new NoEventsError(message, telling.resolution);
}

function emptiness(ends: readonly FileEnd[]): RecordingError {
  const all = `All of these ${String(ends.length)} files are empty.`;
  const message = ends.length === 1 ? `${nameOf(ends[0])} is empty.` : all;
  return new EmptyFileError(message, 'Fetch it again, or drop another.');
}

/** In the words for its first line. */
function because([first]: readonly UnreadableLine[]): string {
  if (first === undefined) return '.';
  return `. Its beginning: ${first.reason.replace(/\.$/, '')}.`;
}

function nameOf(end: FileEnd | undefined): string {
  return `“${end?.path.split('/').at(-1) ?? ''}”`;
}
