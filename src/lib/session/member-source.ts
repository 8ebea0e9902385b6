import type { EventSource, SourceListener } from '$lib/source/event-source';
import { ConnectorSieve, type Witness } from './connecting-sieve';

/** Whoever reads the queue in this page while nothing is played, and gives way to a session that plays. */
export interface Turn {
  sessionBegins(): void;
  sessionEnds(): void;
}

/** A member's queue as a session hears it: without the connectors' words, and only while the member is signed in. */
export class MemberSource implements EventSource {
  readonly kind: EventSource['kind'];
  readonly #inner: EventSource;
  readonly #witness: Witness;
  readonly #turn: Turn;
  readonly #signedOut: AbortSignal;

  /** @param signedOut ends the listening */
  constructor(inner: EventSource, witness: Witness, turn: Turn, signedOut: AbortSignal) {
    this.kind = inner.kind;
    this.#inner = inner;
    this.#witness = witness;
    this.#turn = turn;
    this.#signedOut = signedOut;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    this.#turn.sessionBegins();
    try {
      const stop = AbortSignal.any([signal, this.#signedOut]);
      await this.#inner.run(new ConnectorSieve(listener, this.#witness), stop);
    } finally {
      this.#turn.sessionEnds();
    }
  }

  tryNow(): void {
    this.#inner.tryNow?.();
  }
}
