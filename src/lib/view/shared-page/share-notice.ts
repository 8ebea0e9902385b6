import type { EpochMs } from '$lib/core/event/aws-event';
import type { Listening, LostCause } from '$lib/session/listening';
import { durationWords } from '../words/duration';

/** What the listener's page says of a state, and whether trying again can help. */
export interface SharedNotice {
  readonly title: string;
  readonly text: string;
  /** The raw error code, shown in mono after the sentence. */
  readonly code: string | null;
  readonly canTry: boolean;
  /** Whether nothing will ever come by this link. */
  readonly isOver: boolean;
}

/** What a notice is made from. */
export type SharedStand = Pick<Listening, 'link' | 'shared' | 'failure' | 'sound' | 'soundIn'>;

function told(title: string, text: string): SharedNotice {
  return { title, text, code: null, canTry: false, isOver: false };
}

function over(title: string, text: string): SharedNotice {
  return { ...told(title, text), isOver: true };
}

/** A link without anything behind its `#`, or with what no share knows. */
export const UNKNOWN_LINK: SharedNotice = over(
  'This link leads nowhere',
  'Perhaps it was not copied as a whole. Ask whoever sent it for it again.',
);

const LOST = told(
  'We have lost the connection',
  'What is sent meanwhile waits and is heard when it is back.',
);

const LOSSES: Readonly<Record<LostCause, SharedNotice>> = {
  'share-expired': over(
    'This link has expired',
    'Its owner chose how long it lasts. Ask for another one.',
  ),
  'share-revoked': over(
    'This link was revoked',
    'Its owner has ended the sharing. Ask for another one.',
  ),
  'share-unknown': UNKNOWN_LINK,
  'share-full': told(
    'Every seat is taken',
    'As many listen as the owner allows. A seat is free an hour after its listener has left; we try again by ourselves.',
  ),
  'owner-away': told(
    'The owner is away',
    'What you hear comes from their page, and it is not open. It goes on by itself when it is.',
  ),
  offline: { ...LOST, text: `Your browser is offline. ${LOST.text}` },
  unreachable: LOST,
  throttled: told(
    'AWS asked us to slow down',
    'We check less often for a while. You hear events later, not fewer.',
  ),
  credentials: told('Your seat must be renewed', 'We renew it by ourselves; it takes a moment.'),
  denied: told('Your seat is refused', 'We ask for it again by ourselves.'),
  'queue-missing': told('Your seat is gone', 'We ask for another one by ourselves.'),
  'clock-skew': told(
    'Your clock is off',
    'AWS refuses requests whose time differs by more than a few minutes. Set the clock of this device.',
  ),
};

function lossNotice({ link }: SharedStand, now: EpochMs): SharedNotice {
  const loss = LOSSES[link.cause ?? 'unreachable'];
  const seconds = link.nextTryAt === null ? null : Math.max(0, (link.nextTryAt - now) / 1000);
  const next =
    seconds === null ? '' : ` Next try ${seconds < 1 ? 'now' : `in ${durationWords(seconds)}`}.`;
  const isAway = link.cause === 'owner-away';
  return {
    ...loss,
    text: loss.isOver || isAway ? loss.text : loss.text + next,
    code: loss.isOver || isAway ? null : link.code,
    canTry: !loss.isOver && !isAway,
  };
}

function quietNotice({ link }: SharedStand, now: EpochMs): SharedNotice {
  const ago = link.lastEventAt === null ? null : durationWords((now - link.lastEventAt) / 1000);
  const text = ago
    ? `Last event ${ago} ago. The owner’s page is open and sends nothing new.`
    : 'The owner’s page is open, and nothing has happened since you came.';
  return told('It is quiet', text);
}

const PAUSED = told('Paused', 'Nothing is asked for meanwhile. Your seat is kept for an hour.');

/** What the state calls for, the gravest first; null while events arrive. */
export function sharedNotice(stand: SharedStand, now: EpochMs): SharedNotice | null {
  const { link, shared, failure } = stand;
  if (failure)
    return {
      ...told('We could not go on', `${failure.message} ${failure.resolution}`),
      canTry: true,
    };
  if (stand.sound === 'paused') return PAUSED;
  if (link.connection === 'lost') return lossNotice(stand, now);
  if (stand.soundIn === 'another-tab')
    return told(
      'Another tab plays this',
      'Close it, or listen there; two at once would be heard twice.',
    );
  if (link.connection === 'connecting')
    return shared
      ? told('Connecting', 'Asking for what is new; this takes about two seconds.')
      : told('Asking for a seat', 'The link is looked up; this takes about two seconds.');
  if (link.connection === 'catching-up')
    return told('Catching up', 'You hear what you missed condensed; errors and alarms are not.');
  return link.connection === 'quiet' ? quietNotice(stand, now) : null;
}

/** The state in a word or two, beside the heartbeat. */
export function sharedStateWord({ link, shared, sound }: SharedStand): string {
  if (sound === 'paused') return 'Paused';
  if (link.connection === 'connecting') return shared ? 'Connecting' : 'Asking';
  if (link.connection === 'catching-up') return 'Catching up';
  if (link.connection !== 'lost') return link.connection === 'quiet' ? 'Quiet' : 'Connected';
  return link.cause && Object.hasOwn(STATE_WORDS, link.cause)
    ? (STATE_WORDS[link.cause] ?? 'No answer')
    : 'No answer';
}

const STATE_WORDS: Partial<Record<LostCause, string>> = {
  'share-expired': 'Expired',
  'share-revoked': 'Revoked',
  'share-unknown': 'Unknown link',
  'share-full': 'Full',
  'owner-away': 'Owner away',
  offline: 'Offline',
};
