import type { ListeningSession } from './listening-session.svelte';
import { openSession } from './open-session';
import type { Programme } from './programme';

export { warmUp } from './open-session';
export { localQueue, type Programme } from './programme';

let open: ListeningSession | null = null;
let opening: Promise<ListeningSession> | null = null;

async function replaceBy(programme: Programme): Promise<ListeningSession> {
  const before = open;
  open = null;
  await before?.end();
  return (open = await openSession(programme));
}

/** Opens a session, which becomes the current one; the one before ends. A second call meanwhile joins the first. */
export function openListening(programme: Programme): Promise<ListeningSession> {
  opening ??= replaceBy(programme).finally(() => (opening = null));
  return opening;
}

/** The open session, or null. */
export function current(): ListeningSession | null {
  return open;
}
