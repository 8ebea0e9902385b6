import type { EpochMs } from '$lib/core/event/aws-event';
import { connectorWordIn, type ConnectorWord } from '$lib/core/cloud/connector-word';
import type { Batch, Body, LinkReport, SourceListener } from '$lib/source/event-source';

type Check = Extract<LinkReport, { kind: 'check' }>;

/** Who is told what passes on its way to the listener. */
export interface Witness {
  reported(report: LinkReport): void;
  spoke(word: ConnectorWord, at: EpochMs): void;
  took(bodies: readonly Body[], at: EpochMs): void;
}

/**
 * Keeps the connectors' words from a listener: they tell a witness that the connector is there, and are neither heard
 * nor counted. A check that brought nothing else is reported as an empty one, so that a quiet account is quiet.
 */
export class ConnectorSieve implements SourceListener {
  readonly #listener: SourceListener;
  readonly #witness: Witness;
  /** Checks that brought something, until it is known what: a batch follows its checks. */
  #held: Check[] = [];

  constructor(listener: SourceListener, witness: Witness) {
    this.#listener = listener;
    this.#witness = witness;
  }

  async take(batch: Batch): Promise<void> {
    const words = batch.bodies.map(({ text }) => connectorWordIn(text));
    const bodies = batch.bodies.filter((_, index) => words[index] === null);
    this.#release(batch.bodies.length - bodies.length);
    for (const word of words) if (word) this.#witness.spoke(word, batch.receivedAt);
    if (bodies.length === 0) return;
    this.#witness.took(bodies, batch.receivedAt);
    await this.#listener.take({ ...batch, bodies });
  }

  report(report: LinkReport): void {
    this.#witness.reported(report);
    if (report.kind === 'check' && report.received > 0) {
      this.#held.push(report);
      return;
    }
    this.#release(0);
    this.#listener.report(report);
  }

  /** A full check stays as it is: more is waiting, whatever it is. */
  #release(words: number): void {
    let left = words;
    for (const check of this.#held.splice(0)) {
      const fewer = check.full ? 0 : Math.min(left, check.received);
      left -= check.full ? Math.min(left, check.received) : fewer;
      this.#listener.report({ ...check, received: check.received - fewer });
    }
  }
}
