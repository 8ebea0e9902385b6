import { RecentIds } from '$lib/core/event/duplicates';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Batch, EventSource, LinkReport } from '$lib/source/event-source';
import type { Journal } from '$lib/store/journal';
import type { Concert } from './concert';
import type { Feed } from './feed';
import { Intake, type TakenBatch } from './intake';
import { LinkMonitor } from './link-monitor';
import type { LinkStatus } from './listening';

/** Ids by which a redelivered event is known. */
const IDS_KEPT = 20_000;

export interface LiveParts {
  readonly source: EventSource;
  readonly mapping: Mapping;
  /** null where nothing is to be kept, as for a demo. */
  readonly journal: Pick<Journal, 'append' | 'close' | 'persistent'> | null;
  readonly wallNow: () => EpochMs;
}

/** Fills a concert with what a live source brings, as it comes: read, known duplicates dropped, journaled. */
export class LiveFeed implements Feed {
  readonly player = null;
  account: string | null = null;
  isSkipping = false;
  readonly #parts: LiveParts;
  readonly #intake: Intake;
  readonly #monitor: LinkMonitor;
  #concert: Concert | null = null;
  #onChange: () => void = () => undefined;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#intake = new Intake(parts.mapping, new RecentIds(IDS_KEPT));
    this.#monitor = new LinkMonitor(parts.source.kind, parts.wallNow());
  }

  get keeping(): Feed['keeping'] {
    return this.#parts.journal?.persistent === false ? 'memory-only' : 'kept';
  }

  join(concert: Concert, onChange: () => void): void {
    this.#concert = concert;
    this.#onChange = onChange;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { source, wallNow } = this.#parts;
    this.#monitor.restart(wallNow());
    const take = (batch: Batch) => this.#take(batch);
    const report = (report: LinkReport) => this.#report(report);
    await source.run({ take, report }, signal);
  }

  status(at: EpochMs): LinkStatus {
    return this.#monitor.status(at);
  }

  tryNow(): void {
    this.#parts.source.tryNow?.();
  }

  /** Until a check finds no more than it can take at once. */
  skipToNow(): void {
    this.isSkipping = true;
  }

  close(): void {
    this.#parts.journal?.close();
  }

  #report(report: LinkReport): void {
    this.#monitor.hear(report);
    if (report.kind === 'check' && !report.full) this.isSkipping = false;
    if (report.kind === 'miss') this.#onChange();
  }

  async #take(batch: Batch): Promise<void> {
    const concert = this.#concert;
    if (!concert) throw new Error('a feed plays in a concert that it has joined');
    const taken = this.#intake.take(batch, concert.clock.next);
    if (this.isSkipping) concert.pass(taken, 'you skipped to now');
    else concert.enter(taken);
    const newest = taken.entries.at(-1);
    if (newest) {
      this.account = newest.event.account;
      this.#monitor.heardEvent(batch.receivedAt, newest.title);
    }
    if (!batch.keptElsewhere) await this.#keep(taken, batch.receivedAt);
  }

  async #keep({ bodies }: TakenBatch, receivedAt: EpochMs): Promise<void> {
    await this.#parts.journal?.append(
      bodies.map(({ body, slots }) => ({ ...body, slots, receivedAt })),
    );
  }
}
