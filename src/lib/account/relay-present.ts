import type { EpochMs } from '$lib/core/event/aws-event';
import type { Body, LinkReport } from '$lib/source/event-source';

/** While a backlog is taken, what has waited longer than this is of the past. */
const LATE_MS = 120_000;
/** A reader that is awake tells something every 30 s (a long poll and its grace). */
const ASLEEP_MS = 45_000;

/**
 * Tells what is of now from what had waited: listeners are at the present, and what the owner catches up on is not for
 * them. Once a check has found less than it could take, what comes next is of now. Before, after a failure, and after a
 * sleep it depends on how long the message has waited by the two clocks: more than two minutes is too late.
 */
export class RelayPresent {
  #isCaughtUp = false;
  /** Of the checks whose messages are about to be taken. */
  #nextIsCaughtUp = true;
  #toldAt: EpochMs = -Infinity;

  hear(report: LinkReport): void {
    if (report.kind === 'miss' || report.kind === 'connecting') this.#isCaughtUp = false;
    if (report.kind !== 'check') return;
    if (report.at - this.#toldAt > ASLEEP_MS) this.#isCaughtUp = false;
    this.#toldAt = report.at;
    if (report.received === 0) this.#isCaughtUp = true;
    else this.#nextIsCaughtUp &&= !report.full;
  }

  /** Those of a batch that are of now; to be asked once for each. */
  ofNow(bodies: readonly Body[], receivedAt: EpochMs): readonly Body[] {
    const isCaughtUp = this.#isCaughtUp;
    this.#isCaughtUp = this.#nextIsCaughtUp;
    this.#nextIsCaughtUp = true;
    if (isCaughtUp) return bodies;
    return bodies.filter(({ sentAt }) => sentAt === null || receivedAt - sentAt <= LATE_MS);
  }
}
