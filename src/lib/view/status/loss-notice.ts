import type { EpochMs } from '$lib/core/event/aws-event';
import type { LinkStatus, LostCause } from '$lib/session/listening';
import { shortClock } from '../words/clock';
import { durationWords } from '../words/duration';
import type { Notice, Stand } from './notice';

const FADES =
  'The pad thins to a bare fifth and falls silent after 10 min. No dissonance: silence is not bad news.';

type Loss = Pick<Notice, 'title' | 'text' | 'needsYou'>;

const LOSSES: Readonly<Record<LostCause, (link: LinkStatus) => Loss>> = {
  offline: () => ({
    title: 'We have lost the connection',
    text: 'Your browser is offline. Events wait in your queue and none is lost.',
    needsYou: false,
  }),
  unreachable: () => ({
    title: 'We have lost the connection',
    text: 'The queue does not answer. Events wait in it and none is lost. If the queue is on this computer, see that npm start still runs.',
    needsYou: false,
  }),
  throttled: () => ({
    title: 'AWS asked us to slow down',
    text: 'We check less often for a while. You hear events later, not fewer.',
    needsYou: false,
  }),
  credentials: ({ since }) => ({
    title: 'Your session has ended',
    text: `The credentials expired at ${shortClock(since)}. Events wait in your queue and none is lost. Renew the credentials, then try again.`,
    needsYou: true,
  }),
  denied: () => ({
    title: 'The queue refuses us',
    text: 'These credentials may not read the queue: they need sqs:ReceiveMessage and sqs:DeleteMessage on it. Events wait and none is lost.',
    needsYou: true,
  }),
  'queue-missing': () => ({
    title: 'Your queue is gone',
    text: 'It does not exist any more. Make it again under the same name, and we go on by ourselves.',
    needsYou: true,
  }),
  'clock-skew': () => ({
    title: 'Your clock is off',
    text: 'AWS refuses requests whose time differs by more than a few minutes. Set the clock of this computer, then try again.',
    needsYou: true,
  }),
  'share-expired': () => ({
    title: 'This link has expired',
    text: 'Its owner chose how long it lasts. Ask for a new one.',
    needsYou: true,
  }),
  'share-revoked': () => ({
    title: 'This link has been taken back',
    text: 'Its owner has ended the sharing. Ask for a new link.',
    needsYou: true,
  }),
  'share-full': () => ({
    title: 'All seats are taken',
    text: 'As many listen as the owner allows. A seat is free an hour after its listener has left.',
    needsYou: false,
  }),
  'share-unknown': () => ({
    title: 'This link leads nowhere',
    text: 'Perhaps it was not copied as a whole. Ask its owner for it again.',
    needsYou: true,
  }),
  'owner-away': () => ({
    title: 'The owner is away',
    text: 'What you hear comes from their page, and it is not open. We go on by ourselves when it is; what happens until then is not heard here.',
    needsYou: false,
  }),
};

/** Why nothing arrives, what becomes of the events meanwhile, and when the next try is. */
export function lossNotice({ link, soundIn }: Stand, now: EpochMs): Notice | null {
  if (link.connection !== 'lost') return null;
  const cause = link.cause ?? 'unreachable';
  const loss = LOSSES[cause](link);
  const seconds = link.nextTryAt === null ? null : Math.max(0, (link.nextTryAt - now) / 1000);
  const next =
    seconds === null ? '' : ` Next try ${seconds < 1 ? 'now' : `in ${durationWords(seconds)}`}.`;
  const sound = cause === 'throttled' ? 'Unchanged; arrivals are spread over the bar.' : FADES;
  return {
    ...loss,
    text: loss.text + next,
    code: link.code,
    action: 'try-now',
    sound: soundIn === 'another-tab' ? 'Silent here.' : sound,
  };
}
