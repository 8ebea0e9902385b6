import { OWNER_AWAY_AFTER_MS } from '$lib/core/cloud/heartbeat-times';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { EventSource, LinkReport } from '$lib/source/event-source';
import type { Check, Connection, LinkStatus } from './listening';

/** No event for this long, with every check answered, is a quiet account. */
const QUIET_AFTER_MS = 60_000;
/** A check is unanswered for this long (a long poll is 20 s) before a passing miss counts as lost. */
const LOST_AFTER_MS = 30_000;
/**
 * A long poll is 20 s and is given up 10 s later; without any answer or miss for this long, whatever asks has died.
 */
const STALE_AFTER_MS = 45_000;
/** Misses in a row that count as lost whatever the time. */
const LOST_AFTER_MISSES = 2;
/** Full batches in a row that count as catching up. */
const CATCHING_UP_AFTER = 3;
const CHECKS_KEPT = 24;

/** Causes that no waiting mends: they are told at once, unless the first try comes at once and may mend them. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'offline',
  'credentials',
  'denied',
  'queue-missing',
  'clock-skew',
  'share-expired',
  'share-revoked',
  'share-full',
  'share-unknown',
]);

type Miss = Extract<LinkReport, { kind: 'miss' }>;

function deletionOf({
  cause,
  code,
}: Extract<LinkReport, { kind: 'deletion' }>): LinkStatus['deletion'] {
  return cause && { cause, code: code ?? '' };
}

function nextTryOf(miss: Miss | null): EpochMs | null {
  return miss && Number.isFinite(miss.retryInMs) ? miss.at + miss.retryInMs : null;
}

/** Follows what a source tells of its health, and says which of the states a listener is in. Pure but for its fields. */
export class LinkMonitor {
  #kind: EventSource['kind'] | 'recording';
  #checks: Check[] = [];
  #lastCheckAt: EpochMs | null = null;
  #lastEventAt: EpochMs | null = null;
  #lastEventTitle: string | null = null;
  #checksSinceEvent = 0;
  #fullInARow = 0;
  #misses = 0;
  #miss: Miss | null = null;
  #waiting: number | null = null;
  #deletion: LinkStatus['deletion'] = null;
  #reader: LinkStatus['reader'] = 'this';
  /** Since when the owner's page has been waited for; null where there is none, or before the first check. */
  #ownerAwaitedSince: EpochMs | null = null;
  #connection: Connection;
  #since: EpochMs;
  /** When the next answer or miss is due at the latest. */
  #expectedBy: EpochMs;

  constructor(kind: EventSource['kind'] | 'recording', at: EpochMs) {
    this.#kind = kind;
    this.#since = at;
    this.#expectedBy = at + STALE_AFTER_MS;
    this.#connection = this.#state(at);
  }

  /** Begins anew after a pause: what was heard before is still known, the connection is not. */
  restart(at: EpochMs): void {
    this.#since = at;
    this.#lastCheckAt = this.#miss = this.#waiting = this.#ownerAwaitedSince = null;
    this.#misses = this.#fullInARow = 0;
    this.#expectedBy = at + STALE_AFTER_MS;
  }

  hear(report: LinkReport): void {
    if (report.kind === 'check') this.#check(report);
    else if (report.kind === 'miss') this.#missed(report);
    else if (report.kind === 'backlog') this.#waiting = report.waiting;
    else if (report.kind === 'deletion') this.#deletion = deletionOf(report);
    else if (report.kind === 'reader') this.#reader = report.tab;
    else if (report.kind === 'owner') this.#ownerAwaitedSince = report.at;
  }

  /** Tells that events came, with the newest one's title. */
  heardEvent(at: EpochMs, title: string): void {
    this.#lastEventAt = at;
    this.#lastEventTitle = title;
    this.#checksSinceEvent = 0;
  }

  status(at: EpochMs): LinkStatus {
    const connection = this.#state(at);
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#since = at;
    }
    return {
      connection,
      since: this.#since,
      lastCheckAt: this.#lastCheckAt,
      lastEventAt: this.#lastEventAt,
      lastEventTitle: this.#lastEventTitle,
      checksSinceEvent: this.#checksSinceEvent,
      checks: [...this.#checks],
      cause: this.#cause(at),
      code: this.#miss?.code ?? null,
      nextTryAt: nextTryOf(this.#miss),
      waiting: this.#waiting,
      deletion: this.#deletion,
      reader: this.#reader,
    };
  }

  #check({ at, received, full }: Extract<LinkReport, { kind: 'check' }>): void {
    this.#miss = null;
    this.#misses = 0;
    this.#lastCheckAt = at;
    if (this.#kind === 'shared') this.#ownerAwaitedSince ??= at;
    this.#expectedBy = at + STALE_AFTER_MS;
    this.#checksSinceEvent += received === 0 ? 1 : 0;
    this.#fullInARow = full ? this.#fullInARow + 1 : 0;
    if (this.#fullInARow === 0) this.#waiting = null;
    this.#push(full ? 'full' : received > 0 ? 'events' : 'empty');
  }

  #missed(report: Miss): void {
    this.#miss = report;
    this.#misses += 1;
    this.#expectedBy = report.at + report.retryInMs + STALE_AFTER_MS;
    this.#push(report.cause === 'throttled' ? 'slowed' : 'missed');
  }

  #push(check: Check): void {
    this.#checks.push(check);
    if (this.#checks.length > CHECKS_KEPT) this.#checks.shift();
  }

  #state(at: EpochMs): Connection {
    if (this.#kind === 'demo') return 'demo';
    if (this.#kind === 'recording') return 'replay';
    if (this.#isLost(at)) return 'lost';
    if (this.#lastCheckAt === null) return 'connecting';
    if (this.#isOwnerAway(at)) return 'lost';
    if (this.#fullInARow >= CATCHING_UP_AFTER) return 'catching-up';
    const heard = this.#lastEventAt;
    return heard !== null && at - heard < QUIET_AFTER_MS ? 'live' : 'quiet';
  }

  #cause(at: EpochMs): LinkStatus['cause'] {
    if (this.#miss) return this.#miss.cause;
    if (this.#connection !== 'lost') return null;
    return this.#isLost(at) ? 'unreachable' : 'owner-away';
  }

  #isOwnerAway(at: EpochMs): boolean {
    const since = this.#ownerAwaitedSince;
    return since !== null && at - since > OWNER_AWAY_AFTER_MS;
  }

  #isLost(at: EpochMs): boolean {
    if (at > this.#expectedBy) return true;
    if (!this.#miss || this.#miss.cause === 'throttled') return false;
    if (this.#misses >= LOST_AFTER_MISSES) return true;
    if (AT_ONCE.has(this.#miss.cause) && this.#miss.retryInMs > 0) return true;
    return at - (this.#lastCheckAt ?? this.#since) > LOST_AFTER_MS;
  }
}
