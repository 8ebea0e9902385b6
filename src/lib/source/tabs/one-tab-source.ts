import type { EventSource, SourceListener } from '../event-source';
import { TabRun } from './tab-run';
import { browserTabs, type Tabs } from './tabs';
import { LocksRefusedError } from './tenure';

export interface OneTabOptions {
  /** The other tabs; null where they cannot be reached. The browser's unless told. */
  readonly tabs?: Tabs | null;
  /** Awaited each time that this tab is about to read; here a listener learns what other tabs have in the journal. */
  readonly onLead?: () => Promise<void>;
}

/**
 * Lets one tab read a source for all that run it under the same name: the others follow it, and hear what it has in
 * the journal. When it leaves, crashes or falls silent, another reads on. Where the browser offers no way to the other
 * tabs, or refuses it to the page, this one reads.
 */
export class OneTabSource implements EventSource {
  readonly kind: EventSource['kind'];
  readonly #inner: EventSource;
  readonly #name: string;
  #tabs: Tabs | null;
  readonly #onLead: () => Promise<void>;
  #run: TabRun | null = null;

  /** @param name of the queue that is read */
  constructor(inner: EventSource, name: string, options: OneTabOptions = {}) {
    this.kind = inner.kind;
    this.#inner = inner;
    this.#name = name;
    this.#tabs = options.tabs === undefined ? browserTabs() : options.tabs;
    this.#onLead = options.onLead ?? (async () => undefined);
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const [inner, tabs, onLead] = [this.#inner, this.#tabs, this.#onLead];
    if (!tabs) return this.#runAlone(listener, signal);
    const run = new TabRun({ inner, tabs, onLead, name: this.#name, listener, signal });
    this.#run = run;
    try {
      await run.untilEnded();
    } catch (error) {
      if (!(error instanceof LocksRefusedError)) throw error;
      this.#tabs = this.#run = null;
      await this.#runAlone(listener, signal);
    }
  }

  /** Ends a wait between two tries, here or in the tab that reads. */
  tryNow(): void {
    if (this.#run) this.#run.tryNow();
    else this.#inner.tryNow?.();
  }

  async #runAlone(listener: SourceListener, signal: AbortSignal): Promise<void> {
    await this.#onLead();
    await this.#inner.run(listener, signal);
  }
}
