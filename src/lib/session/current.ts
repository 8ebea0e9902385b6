import type { ListeningSession } from './listening-session.svelte';
import type { DroppedFile } from '$lib/source/file/dropped-file';
import type { ReadingProgress } from '$lib/source/recording';
import { openRecordingSession, openSession } from './open-session';
import type { Programme } from './programme';

export type { DroppedFile } from '$lib/source/file/dropped-file';
export { warmUp } from './open-session';
export { localQueue, type Programme } from './programme';

let open: ListeningSession | null = null;
/** What the open session plays; null for files. */
let playing: Programme['kind'] | null = null;
let opening: Promise<ListeningSession> | null = null;

/** The replacements under way, one after another, so that no session is left behind another. */
let replacing: Promise<unknown> = Promise.resolve();

function replaceBy(next: () => Promise<ListeningSession>): Promise<ListeningSession> {
  const replaced = replacing.then(async () => {
    const before = open;
    open = null;
    // What goes wrong at the end of the one before is no reason to refuse the next.
    await before?.end().catch(() => undefined);
    return (open = await next());
  });
  replacing = replaced.catch(() => undefined);
  return replaced;
}

/** Opens a session, which becomes the current one; the one before ends. A second call meanwhile joins the first. */
export function openListening(programme: Programme): Promise<ListeningSession> {
  const replace = () =>
    replaceBy(() => {
      playing = programme.kind;
      return openSession(programme);
    });
  opening ??= replace().finally(() => (opening = null));
  return opening;
}

/**
 * Opens files as a recording, which becomes the current session. What is open goes on until they have been read, and
 * stays when they cannot be, or when the signal aborts.
 *
 * @throws an error with a `resolution` when the files hold nothing that can be heard.
 */
export async function openFiles(
  files: readonly DroppedFile[],
  onProgress: (progress: ReadingProgress) => void,
  signal: AbortSignal,
): Promise<ListeningSession> {
  const session = await openRecordingSession(files, onProgress, signal);
  return replaceBy(() => {
    playing = null;
    return Promise.resolve(session);
  });
}

/** Ends the open session where it plays this, and leaves none open. */
export function endListening(kind: Programme['kind']): Promise<void> {
  const ended = replacing.then(async () => {
    if (!open || playing !== kind) return;
    const before = open;
    open = null;
    await before.end();
  });
  replacing = ended.catch(() => undefined);
  return ended;
}

/** The open session, or null. */
export function current(): ListeningSession | null {
  return open;
}
