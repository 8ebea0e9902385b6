import type { Listening } from '$lib/session/listening';
import type { Programme } from '$lib/session/programme';
import type { Scenario } from '$lib/session/scenarios';
import type { FileOpening } from '../open-files/file-opening.svelte';
import type { Attempt } from '../attempt/attempt.svelte';

/** All there is to hear, and the ways to begin it. */
export interface Programmes {
  /** Whether a local queue stands behind the page. */
  readonly localQueue: boolean;
  /** Whether somebody who has an account was here before. */
  readonly isMember?: boolean;
  readonly scenarios: readonly Scenario[];
  readonly opening: Attempt;
  readonly files: FileOpening;
  /** Called inside a click, so that sound may start. */
  readonly onlisten: (programme: Programme) => void;
}

/** What the first button plays: one's own account, else the queue where there is one, else the first scenario. */
export function firstProgramme({
  localQueue,
  isMember,
  scenarios,
}: Pick<Programmes, 'localQueue' | 'isMember' | 'scenarios'>): Programme {
  if (isMember) return { kind: 'account' };
  const [first] = scenarios;
  return localQueue || !first ? { kind: 'queue' } : { kind: 'demo', scenario: first.name };
}

/** The words of the button that begins a programme. */
export function invitation({ kind }: Programme): string {
  if (kind === 'account') return 'Listen to your account';
  return kind === 'queue' ? 'Listen to your queue' : 'Listen to the demo';
}

/** Whether a scenario is what is open. */
export function isOpen(
  { title }: Scenario,
  open: Pick<Listening, 'link' | 'title'> | null,
): boolean {
  return open?.link.connection === 'demo' && open.title === title;
}

/**
 * Whether to offer one's own account or queue beside what is open: where there is one, and it is neither open nor the
 * first button's.
 *
 * @param own what the first button plays
 */
export function offersQueue(
  { kind }: Pick<Programme, 'kind'>,
  open: Pick<Listening, 'link'> | null,
): boolean {
  return (
    kind !== 'demo' && (open?.link.connection === 'demo' || open?.link.connection === 'replay')
  );
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
