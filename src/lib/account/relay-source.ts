import type { EventSource, SourceListener } from '$lib/source/event-source';
import type { Relay } from './relay';
import { onSharesChanged } from './relay-shares';

/** A defect of the relay is told to the browser's console, and ends nothing. */
function apart(act: () => void): void {
  try {
    act();
  } catch (defect) {
    globalThis.reportError?.(defect);
  }
}

/** A queue whose events are relayed by the tab that reads it, after the listener has them and without its noticing. */
export class RelayedSource implements EventSource {
  readonly kind: EventSource['kind'];
  readonly #inner: EventSource;
  readonly #relay: Pick<Relay, 'take' | 'hear' | 'look'>;
  readonly #sharesChanged: () => void;

  /** @param sharesChanged told that a page of this browser made or revoked a share, before the relay looks */
  constructor(
    inner: EventSource,
    relay: Pick<Relay, 'take' | 'hear' | 'look'>,
    sharesChanged: () => void,
  ) {
    this.kind = inner.kind;
    this.#inner = inner;
    this.#relay = relay;
    this.#sharesChanged = sharesChanged;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    const end = new AbortController();
    onSharesChanged(() => {
      this.#sharesChanged();
      void this.#relay.look();
    }, end.signal);
    try {
      await this.#inner.run(this.#relayed(listener), signal);
    } finally {
      end.abort();
    }
  }

  tryNow(): void {
    this.#inner.tryNow?.();
  }

  #relayed(listener: SourceListener): SourceListener {
    return {
      take: async (batch) => {
        await listener.take(batch);
        apart(() => this.#relay.take(batch));
      },
      report: (report) => {
        listener.report(report);
        apart(() => this.#relay.hear(report));
      },
    };
  }
}
