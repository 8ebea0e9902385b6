import { kindOfShared } from '$lib/core/cloud/share-feed';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Batch, LinkReport, SourceListener } from '../event-source';

type CheckReport = Extract<LinkReport, { kind: 'check' }>;

/**
 * Hears a shared feed for a listener, who gets its redacted events alone. A heartbeat is neither heard nor counted; it
 * tells that the owner's page is there, as an event does. What is neither did not come from that page, and is dropped.
 */
export class EventsOnly implements SourceListener {
  readonly #listener: SourceListener;
  readonly #onOwner: (at: EpochMs) => void;
  /** Checks whose messages are still to be looked at. */
  #checks: CheckReport[] = [];

  constructor(listener: SourceListener, onOwner: (at: EpochMs) => void) {
    this.#listener = listener;
    this.#onOwner = onOwner;
  }

  report(report: LinkReport): void {
    if (report.kind === 'check' && report.received > 0) this.#checks.push(report);
    else this.#listener.report(report);
  }

  async take(batch: Batch): Promise<void> {
    const kinds = batch.bodies.map(({ text }) => kindOfShared(text));
    if (kinds.some((kind) => kind !== 'neither')) this.#seen(batch.receivedAt);
    this.#tellChecks(kinds.filter((kind) => kind !== 'event').length);
    const bodies = batch.bodies.filter((_, index) => kinds[index] === 'event');
    if (bodies.length > 0) await this.#listener.take({ ...batch, bodies });
  }

  #seen(at: EpochMs): void {
    this.#onOwner(at);
    this.#listener.report({ kind: 'owner', at });
  }

  /** Tells what the checks received, less what is no event. */
  #tellChecks(others: number): void {
    const checks = this.#checks;
    this.#checks = [];
    let left = others;
    for (const check of checks) {
      const taken = Math.min(left, check.received);
      left -= taken;
      this.#listener.report({ ...check, received: check.received - taken });
    }
  }
}
