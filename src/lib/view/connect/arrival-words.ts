import type { Arrivals } from '$lib/session/membership';
import type { EpochMs } from '$lib/core/event/aws-event';
import { durationWords, spanWords } from '../words/duration';
import { plural } from '../words/numeral';
import { accountWords } from './account-words';

/** One of the three things that must come in, as it stands. */
export interface ArrivalLine {
  readonly id: 'queue' | 'connector' | 'event';
  readonly isThere: boolean;
  readonly title: string;
  readonly rest: string;
}

/** A connector says hello once a minute; twice that, and its word is old. */
const HELLO_SECONDS = 120;

function queueLine({ queue }: Arrivals): ArrivalLine {
  const rest = queue
    ? `in ${spanWords(queue.tookMs / 1000)}, checked ${plural(queue.checks, 'time')}`
    : 'asking for it';
  return { id: 'queue', isThere: queue !== null, title: 'Queue answers', rest };
}

function connectorLine({ connector }: Arrivals, now: EpochMs): ArrivalLine {
  const title = 'Connector says hello';
  if (!connector)
    return { id: 'connector', isThere: false, title, rest: 'waiting; it does once a minute' };
  const ago = (now - connector.at) / 1000;
  const late = ago > HELLO_SECONDS ? `, last ${durationWords(ago)} ago` : '';
  const rest = `account ${accountWords(connector.account)}, ${connector.region}${late}`;
  return { id: 'connector', isThere: true, title, rest };
}

function eventLine({ firstEvent }: Arrivals): ArrivalLine {
  const title = 'First event heard';
  if (!firstEvent) return { id: 'event', isThere: false, title, rest: 'waiting' };
  const rest = firstEvent.rule ? `matched “${firstEvent.rule}”` : 'matched no rule; it sounds too';
  return { id: 'event', isThere: true, title, rest };
}

/** What has come in of the queue, the connector and the first event. Where no connector is needed, two of them. */
export function arrivalLines(
  arrivals: Arrivals,
  needsConnector: boolean,
  now: EpochMs,
): readonly ArrivalLine[] {
  const lines = [queueLine(arrivals), connectorLine(arrivals, now), eventLine(arrivals)];
  return lines.filter(({ id, isThere }) => id !== 'connector' || needsConnector || isThere);
}
