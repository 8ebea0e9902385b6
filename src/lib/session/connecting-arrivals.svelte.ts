import type { ConnectorWord } from '$lib/core/cloud/connector-word';
import type { EpochMs } from '$lib/core/event/aws-event';
import { readBody } from '$lib/core/event/read-body';
import { titleOf } from '$lib/core/event/title-of';
import { type Mapping, matchRule } from '$lib/core/mapping/mapping';
import type { Body, LinkReport } from '$lib/source/event-source';
import type { Witness } from './connecting-sieve';
import type { Listening } from './listening';
import type { Arrivals } from './membership';

/** What has been seen on its way to this page since it was opened, whoever read it. */
export class SeenArrivals implements Arrivals, Witness {
  queue: Arrivals['queue'] = $state.raw(null);
  connector: Arrivals['connector'] = $state.raw(null);
  firstEvent: Arrivals['firstEvent'] = $state.raw(null);
  /** Why the reading for the page ended by itself; null while all is well. */
  failure: Listening['failure'] = $state.raw(null);

  readonly #mapping: Mapping;
  /** When the page began to wait; null before. */
  #waitingSince: EpochMs | null = null;
  /** When the check that is under way began, where it does not wait for messages; null else. */
  #askedAt: EpochMs | null = null;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** The page begins to wait for the first event, unless one has been heard, or it waits already. */
  waitFrom(at: EpochMs): void {
    this.#waitingSince ??= at;
  }

  /** Somebody else is here now, or nobody. */
  forget(): void {
    this.queue = this.connector = this.firstEvent = this.failure = null;
    this.#waitingSince = this.#askedAt = null;
  }

  /** Only the first check of all, and the first after a failure, is answered at once: the others are long polls. */
  reported(report: LinkReport): void {
    if (report.kind === 'connecting') this.#askedAt = report.at;
    else if (report.kind === 'miss') this.#askedAt = report.at + report.retryInMs;
    else if (report.kind === 'check') this.#checked(report.at);
  }

  spoke({ account, region, version }: ConnectorWord, at: EpochMs): void {
    this.connector = { at, account, region, version };
  }

  took(bodies: readonly Body[], at: EpochMs): void {
    if (this.firstEvent) return;
    const event = bodies.flatMap(({ text }) => readBody(text, at).events)[0];
    if (!event) return;
    const afterSeconds = Math.max(0, at - (this.#waitingSince ?? at)) / 1000;
    const rule = matchRule(this.#mapping, event)?.rule.title ?? null;
    this.firstEvent = { at, title: titleOf(event), rule, afterSeconds };
  }

  #checked(at: EpochMs): void {
    const tookMs =
      this.#askedAt === null ? (this.queue?.tookMs ?? 0) : Math.max(0, at - this.#askedAt);
    this.#askedAt = null;
    this.queue = { at, tookMs, checks: (this.queue?.checks ?? 0) + 1 };
  }
}
