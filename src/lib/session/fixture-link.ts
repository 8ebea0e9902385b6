import type { EpochMs } from '$lib/core/event/aws-event';
import type { Check, Connection, LinkStatus, LostCause } from './listening';

/** The states that can be looked at. */
export type Scenario = Connection | 'nothing' | 'slowed' | LostCause;

const CAUSES: readonly LostCause[] = [
  'offline',
  'unreachable',
  'throttled',
  'credentials',
  'denied',
  'queue-missing',
  'clock-skew',
];

const CODES: Partial<Record<LostCause, string>> = {
  throttled: 'RequestThrottled',
  credentials: 'ExpiredToken',
  denied: 'AccessDenied',
  'queue-missing': 'AWS.SimpleQueueService.NonExistentQueue',
  'clock-skew': 'RequestExpired',
};

function pattern(ticks: string): Check[] {
  const kinds: Record<string, Check> = {
    '|': 'events',
    '#': 'full',
    '.': 'empty',
    o: 'slowed',
    x: 'missed',
  };
  return [...ticks].map((tick) => kinds[tick] ?? 'empty');
}

const UP: LinkStatus = {
  connection: 'live',
  since: 0,
  lastCheckAt: null,
  lastEventAt: null,
  lastEventTitle: 'an object was created',
  checksSinceEvent: 0,
  checks: pattern('|.|||.||.|||.||||.|||||.'),
  cause: null,
  code: null,
  nextTryAt: null,
  waiting: null,
};

function lost(cause: LostCause, now: EpochMs): LinkStatus {
  return {
    ...UP,
    connection: 'lost',
    since: now - 38_000,
    lastCheckAt: now - 38_000,
    lastEventAt: now - 40_000,
    checks: pattern('|.|.||.|xxx'),
    cause,
    code: CODES[cause] ?? null,
    nextTryAt: now + 7_000,
  };
}

/** The link as it stands in one state. */
export function fixtureLink(scenario: Scenario, now: EpochMs): LinkStatus {
  const cause = CAUSES.find((each) => each === scenario);
  if (cause) return lost(cause, now);
  const fresh = { ...UP, lastCheckAt: now - 3_000, lastEventAt: now - 900, since: now - 60_000 };
  const quietSince = now - 26 * 60_000;
  switch (scenario) {
    case 'nothing':
      return {
        ...fresh,
        lastEventAt: null,
        lastEventTitle: null,
        since: now - 120_000,
        checks: pattern('........'),
      };
    case 'quiet':
      return {
        ...fresh,
        connection: 'quiet',
        lastEventAt: quietSince,
        checksSinceEvent: 78,
        checks: pattern('|.......................'),
      };
    case 'connecting':
      return {
        ...fresh,
        connection: 'connecting',
        lastCheckAt: null,
        lastEventAt: null,
        checks: [],
      };
    case 'catching-up':
      return { ...fresh, connection: 'catching-up', checks: pattern('.xx.########'), waiting: 214 };
    case 'slowed':
      return { ...fresh, checks: pattern('||o|o|o|o|o'), code: 'RequestThrottled' };
    case 'demo':
    case 'replay':
      return { ...fresh, connection: scenario };
    default:
      return fresh;
  }
}
