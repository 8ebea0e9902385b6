import type { Listening } from '$lib/session/listening';

export type ProgrammeName = 'local-queue' | 'demo';

interface Invitation {
  /** The button's words. */
  readonly invitation: string;
  readonly what: string;
}

export const PROGRAMMES: Readonly<Record<ProgrammeName, Invitation>> = {
  'local-queue': {
    invitation: 'Listen to your queue',
    what: 'Its events, read in this tab and nowhere else.',
  },
  demo: {
    invitation: 'Listen to the demo',
    what: 'A made-up day of a small cloud, played in this tab.',
  },
};

/** The programme to offer beside the first: the one that is not open. null where there is only the demo. */
export function otherProgramme(
  localQueue: boolean,
  open: Pick<Listening, 'link'> | null,
): ProgrammeName | null {
  if (!localQueue) return null;
  return open?.link.connection === 'demo' ? 'local-queue' : 'demo';
}

const STATES: Readonly<Record<Listening['sound'], string>> = {
  asleep: 'has not begun',
  starting: 'is starting',
  playing: 'is playing',
  paused: 'is paused',
  unsupported: 'goes on without sound',
};

/** What the open session does: "A day in the cloud is playing." */
export function openWords({
  title,
  sound,
  failure,
}: Pick<Listening, 'title' | 'sound' | 'failure'>): string {
  return failure ? `${title} has stopped. ${failure.message}` : `${title} ${STATES[sound]}.`;
}
