import type { ListeningSession } from './listening-session.svelte';
import { openSession, type ProgrammeName } from './open-session';

export { localQueue, warmUp } from './open-session';

let open: ListeningSession | null = null;
let opening: Promise<ListeningSession> | null = null;

async function replaceBy(name: ProgrammeName): Promise<ListeningSession> {
  const before = open;
  open = null;
  await before?.end();
  return (open = await openSession(name));
}

/** Opens a session, which becomes the current one; the one before ends. A second call meanwhile joins the first. */
export function openListening(name: ProgrammeName): Promise<ListeningSession> {
  opening ??= replaceBy(name).finally(() => (opening = null));
  return opening;
}

/** The open session, or null. */
export function current(): ListeningSession | null {
  return open;
}
