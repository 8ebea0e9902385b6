import type { EpochMs } from '$lib/core/event/aws-event';
import type { LinkStatus, QueueCause } from '$lib/session/listening';
import { queueCauseOf } from './queue-cause';
import { shortClock } from '../words/clock';
import { durationWords } from '../words/duration';
import type { Notice, Stand } from './notice';

const FADES =
  'The pad thins to a bare fifth and falls silent after 10 min. No dissonance: silence is not bad news.';

type Loss = Pick<Notice, 'title' | 'text' | 'needsYou'>;

const LOSSES: Readonly<Record<QueueCause, (link: LinkStatus) => Loss>> = {
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
};

/** Why nothing arrives, what becomes of the events meanwhile, and when the next try is. */
export function lossNotice({ link, soundIn }: Stand, now: EpochMs): Notice | null {
  if (link.connection !== 'lost') return null;
  const cause = queueCauseOf(link.cause);
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
