import type { EpochMs } from '$lib/core/event/aws-event';
import type { Connection, LinkStatus, QueueCause } from '$lib/session/listening';
import { queueCauseOf } from './queue-cause';
import { shortClock } from '../words/clock';
import { durationWords } from '../words/duration';
import { numeral } from '../words/numeral';
import { isRecorded, recordedWords } from '../words/recorded';

/** The connection in words: what it is, and what goes with it. */
export interface ConnectionWords {
  readonly title: string;
  readonly rest: string;
}

const LOST: Readonly<Record<QueueCause, string>> = {
  offline: 'Offline',
  unreachable: 'No answer',
  throttled: 'Slowed down',
  credentials: 'Credentials expired',
  denied: 'Access refused',
  'queue-missing': 'No queue',
  'clock-skew': 'Clock is off',
};

/** From here on a loss is told by its beginning. */
const LONG_MS = 600_000;

function lost(link: LinkStatus, now: EpochMs): ConnectionWords {
  const title = LOST[queueCauseOf(link.cause)];
  const forLong = now - link.since > LONG_MS;
  const words = forLong
    ? `since ${shortClock(link.since)}`
    : `for ${durationWords((now - link.since) / 1000)}`;
  return { title, rest: words };
}

function lagWords({ lastEventAt }: LinkStatus, lagSeconds: number | null, now: EpochMs): string {
  if (lagSeconds === null) return '';
  const heardAt = lastEventAt ?? now;
  const time = heardAt - lagSeconds * 1000;
  if (isRecorded(time, heardAt)) return `, ${recordedWords(time)}`;
  return `, lag ${lagSeconds < 60 ? `${lagSeconds.toFixed(1)} s` : durationWords(lagSeconds)}`;
}

/** What stands beside the heartbeat strip. */
export function connectionWords(
  link: LinkStatus,
  lagSeconds: number | null,
  now: EpochMs,
): ConnectionWords {
  const checked =
    link.lastCheckAt === null
      ? 'first check under way'
      : `checked ${durationWords((now - link.lastCheckAt) / 1000)} ago`;
  switch (link.connection) {
    case 'lost':
      return lost(link, now);
    case 'connecting':
      return { title: 'Connecting', rest: checked };
    case 'catching-up':
      return {
        title: 'Catching up',
        rest: link.waiting === null ? checked : `${numeral(link.waiting)} behind`,
      };
    case 'demo':
      return { title: 'Demo', rest: 'made in this tab' };
    case 'replay':
      return { title: 'Recording', rest: 'read in this tab, sent nowhere' };
    case 'quiet':
      return { title: 'Connected', rest: `${checked}, quiet` };
    case 'live':
      return { title: 'Connected', rest: `${checked}${lagWords(link, lagSeconds, now)}` };
  }
}

/** What stands there while we are paused: nothing is asked for, so nothing is told of the last answer. */
export function pausedWords(connection: Connection): ConnectionWords {
  const hasQueue = connection !== 'demo' && connection !== 'replay';
  return { title: hasQueue ? 'Paused,' : 'Paused', rest: hasQueue ? 'the queue is not read' : '' };
}

/** What stands there while another tab has the sound. */
export const FOLLOWING: ConnectionWords = { title: 'Following', rest: 'another tab plays' };

const CHECK_WORDS = {
  events: 'with events',
  full: 'full',
  empty: 'empty',
  slowed: 'put off',
  missed: 'without an answer',
} as const;

/** The heartbeat strip in words. */
export function heartbeatWords(checks: LinkStatus['checks']): string {
  if (checks.length === 0) return 'Heartbeat: no check yet';
  const kinds = Object.entries(CHECK_WORDS)
    .map(([kind, words]) => ({ words, count: checks.filter((check) => check === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`);
  return `Heartbeat: the last ${checks.length} checks, ${kinds.join(', ')}`;
}
