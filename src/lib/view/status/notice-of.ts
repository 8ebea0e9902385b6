import type { EpochMs } from '$lib/core/event/aws-event';
import type { LinkStatus, Listening, LostCause } from '$lib/session/listening';
import { shortClock } from '../words/clock';
import { durationWords } from '../words/duration';
import { numeral, plural } from '../words/numeral';

export type NoticeAction = 'listen' | 'try-now' | 'go-on-silent';

/** A state of the page that needs words: what happened, what we do, what you can do. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** The raw error code, shown in mono after the sentence. */
  readonly code: string | null;
  readonly action: NoticeAction | null;
  /** What is heard meanwhile. */
  readonly sound: string;
  /** Whether it asks something of the listener. */
  readonly needsYou: boolean;
}

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
};

function ofFailure({ failure }: Stand): Notice | null {
  if (!failure) return null;
  return {
    title: 'We could not go on',
    text: `${failure.message} ${failure.resolution}`,
    code: null,
    action: 'listen',
    sound: 'None, until you listen again.',
    needsYou: true,
  };
}

function ofLoss({ link }: Stand, now: EpochMs): Notice | null {
  if (link.connection !== 'lost') return null;
  const cause = link.cause ?? 'unreachable';
  const loss = LOSSES[cause](link);
  const seconds = link.nextTryAt === null ? null : Math.max(0, (link.nextTryAt - now) / 1000);
  const next =
    seconds === null ? '' : ` Next try ${seconds < 1 ? 'now' : `in ${durationWords(seconds)}`}.`;
  return {
    ...loss,
    text: loss.text + next,
    code: link.code,
    action: 'try-now',
    sound: cause === 'throttled' ? 'Unchanged; arrivals are spread over the bar.' : FADES,
  };
}

function ofSound({ sound, counts, startedAt }: Stand): Notice | null {
  if (sound === 'unsupported') {
    return {
      title: 'This browser cannot play sound',
      text: 'It has no AudioWorklet. The score still works. Chrome, Edge, Firefox and Safari from 2021 on have it.',
      code: null,
      action: 'go-on-silent',
      sound: 'None.',
      needsYou: true,
    };
  }
  if (sound !== 'asleep') return null;
  const since = startedAt === null ? '' : ` since ${shortClock(startedAt)}`;
  const gone =
    counts.heard === 0
      ? ''
      : ` ${plural(counts.heard, 'event')} ${counts.heard === 1 ? 'has' : 'have'} gone by in silence${since}.`;
  return {
    title: 'Click once to hear it',
    text: `Browsers start sound only after a click.${gone}`,
    code: null,
    action: 'listen',
    sound: 'Begins on the next beat after the click.',
    needsYou: true,
  };
}

function plain(title: string, text: string, sound: string): Notice {
  return { title, text, sound, code: null, action: null, needsYou: false };
}

function ofLink({ link }: Stand, now: EpochMs): Notice | null {
  const pad = 'The pad alone, so you know it is on.';
  const ago = (since: EpochMs) => durationWords((now - since) / 1000);
  if (link.connection === 'connecting') {
    const text = 'Asking SQS for your queue; this takes about two seconds.';
    return plain('Finding your queue', text, 'The pad, until the first event.');
  }
  if (link.connection === 'catching-up') {
    const behind = link.waiting === null ? '' : ` ${numeral(link.waiting)} wait.`;
    const text = `You hear what you missed condensed; errors and alarms are not condensed.${behind}`;
    return plain('Catching up', text, 'Grouped notes at normal loudness, never a wall of sound.');
  }
  if (link.connection === 'quiet' && link.lastEventAt !== null) {
    const what = link.lastEventTitle === null ? '' : `: ${link.lastEventTitle}`;
    const checks = plural(link.checksSinceEvent, 'time');
    const text = `Last event ${ago(link.lastEventAt)} ago${what}. We have checked ${checks} since, and every check was answered.`;
    return plain('Your account is quiet', text, 'The pad alone, its chords four bars long.');
  }
  const isUp = link.connection === 'live' || link.connection === 'quiet';
  if (isUp && link.lastEventAt === null) {
    const text = `The connection works. Your account has sent no event since you connected ${ago(link.since)} ago; a new account can be quiet for hours.`;
    return plain('Nothing has happened yet', text, pad);
  }
  return null;
}

function ofSlowing({ link }: Stand): Notice | null {
  if (link.checks.at(-1) !== 'slowed') return null;
  const text = 'We check less often for a while. You hear events later, not fewer.';
  const sound = 'Unchanged; arrivals are spread over the bar.';
  return { ...plain('AWS asked us to slow down', text, sound), code: link.code };
}

/** What a notice is made from. */
export type Stand = Pick<Listening, 'link' | 'sound' | 'counts' | 'startedAt' | 'failure'>;

function gravest(stand: Stand, now: EpochMs, goesOnSilent: boolean): Notice | null {
  const isDismissed = stand.sound === 'unsupported' && goesOnSilent;
  return (
    ofFailure(stand) ??
    ofLoss(stand, now) ??
    (isDismissed ? null : ofSound(stand)) ??
    ofSlowing(stand) ??
    ofLink(stand, now)
  );
}

/**
 * The notice that the state calls for, the gravest first; null when all is well and events arrive.
 *
 * @param goesOnSilent the listener knows that there is no sound, and goes on without
 */
export function noticeOf(stand: Stand, now: EpochMs, goesOnSilent = false): Notice | null {
  const notice = gravest(stand, now, goesOnSilent);
  return notice && stand.sound === 'unsupported' ? { ...notice, sound: 'None.' } : notice;
}
