import type { ListeningSession } from './listening-session.svelte';
import { openSession, type Programme } from './open-session';

export { localQueue, warmUp } from './open-session';

let open: ListeningSession | null = null;

/** Opens a session, which becomes the current one; the one before ends. */
export async function openListening(programme: Programme): Promise<ListeningSession> {
  await open?.end();
  open = await openSession(programme);
  return open;
}

/** The open session, or null. */
export function current(): ListeningSession | null {
  return open;
}
