import { FixtureListening } from './fixture-listening.svelte';
import type { Listening } from './listening';

/** Whether this build has a local queue behind it. */
export const localQueue = false;

let open: Listening | null = null;

/** Opens a session, which becomes the current one. */
export async function openListening(kind: 'local-queue' | 'demo'): Promise<Listening> {
  open = new FixtureListening({ scenario: kind === 'demo' ? 'demo' : 'live' });
  return open;
}

/** The open session, or null. */
export function current(): Listening | null {
  return open;
}
