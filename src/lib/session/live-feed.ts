import type { Link } from '$lib/core/compose/slot';
import { RecentIds } from '$lib/core/event/duplicates';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Batch, EventSource, LinkReport } from '$lib/source/event-source';
import type { ScoreJournal } from '$lib/core/score/journal';
import type { Journal, JournalNotice } from '$lib/store/journal';
import type { Concert } from './concert';
import type { Feed } from './feed';
import { Intake, type TakenBatch } from './intake';
import { LinkMonitor } from './link-monitor';
import type { LinkStatus } from './listening';
import type { SharedFacts } from './membership';

/** Ids by which a redelivered event is known. */
const IDS_KEPT = 20_000;

const SKIPPED = 'you skipped to now';

export interface LiveParts {
  readonly source: EventSource;
  readonly mapping: Mapping;
  /** null where nothing is to be kept, as for a demo. */
  readonly journal: Pick<
    Journal,
    'append' | 'noteLink' | 'recentIds' | 'exportSession' | 'close' | 'persistent'
  > | null;
  readonly wallNow: () => EpochMs;
  /** What is known of the share, where the source is one. */
  readonly sharedFacts?: () => SharedFacts | null;
}

/** Fills a concert with what a live source brings, as it comes: read, known duplicates dropped, journaled. */
export class LiveFeed implements Feed {
  readonly player = null;
  account: string | null = null;
  forgotten = 0;
  readonly #parts: LiveParts;
  readonly #recent = new RecentIds(IDS_KEPT);
  readonly #intake: Intake;
  readonly #monitor: LinkMonitor;
  #concert: Concert | null = null;
  #onChange: () => void = () => undefined;
  #hasKept = false;
  /** When the listener asked to be brought to the present; null while nothing is passed over. */
  #skippedAt: EpochMs | null = null;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#intake = new Intake(parts.mapping, this.#recent);
    this.#monitor = new LinkMonitor(parts.source.kind, parts.wallNow());
  }

  get keeping(): Feed['keeping'] {
    return this.#parts.journal?.persistent === false ? 'memory-only' : 'kept';
  }

  get shared(): SharedFacts | null {
    return this.#parts.sharedFacts?.() ?? null;
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

  /** Learns what this page, or another, has journaled before: it is a duplicate when it comes again. */
  async recall(): Promise<void> {
    for (const id of (await this.#parts.journal?.recentIds()) ?? []) this.#recent.add(id);
  }

  heed(notice: JournalNotice): void {
    if (notice.kind === 'dropped') this.forgotten += notice.amount.entries;
  }

  linkChanged(slot: number, link: Link): void {
    this.#parts.journal?.noteLink(slot, link);
  }

  /** What this tab read since it began to listen; null where nothing is kept, or another tab has read it all. */
  get journal(): (() => Promise<ScoreJournal>) | null {
    const { journal } = this.#parts;
    return journal && this.#hasKept ? () => journal.exportSession() : null;
  }

  status(at: EpochMs): LinkStatus {
    return this.#monitor.status(at);
  }

  tryNow(): void {
    this.#parts.source.tryNow?.();
  }

  get isSkipping(): boolean {
    return this.#skippedAt !== null;
  }

  /** Passes over what was sent before this moment, until something younger comes, or nothing more. */
  skipToNow(): void {
    this.#skippedAt ??= this.#parts.wallNow();
  }

  close(): void {
    this.#parts.journal?.close();
  }

  #report(report: LinkReport): void {
    this.#monitor.hear(report);
    if (report.kind === 'check' && report.received === 0) this.#skippedAt = null;
    if (report.kind === 'miss') this.#onChange();
  }

  async #take(batch: Batch): Promise<void> {
    const concert = this.#concert;
    if (!concert) throw new Error('a feed plays in a concert that it has joined');
    const taken = this.#intake.take(batch, concert.clock.next);
    if (batch.bodies.some(({ sentAt }) => this.#isYoung(sentAt))) this.#skippedAt = null;
    const passed = this.isSkipping ? SKIPPED : null;
    if (passed === null) concert.enter(taken);
    else concert.pass(taken, passed);
    const newest = taken.entries.at(-1);
    if (newest) {
      this.account = newest.event.account || null;
      this.#monitor.heardEvent(batch.receivedAt, newest.title);
    }
    if (!batch.keptElsewhere) await this.#keep(taken, batch.receivedAt, passed);
  }

  #isYoung(sentAt: EpochMs | null): boolean {
    return sentAt !== null && this.#skippedAt !== null && sentAt >= this.#skippedAt;
  }

  async #keep({ bodies }: TakenBatch, receivedAt: EpochMs, passed: string | null): Promise<void> {
    this.#hasKept = true;
    await this.#parts.journal?.append(
      bodies.map(({ body, slots, ids }) => ({
        ...body,
        slots,
        ids,
        receivedAt,
        ...(passed !== null && { passed }),
      })),
    );
  }
}
