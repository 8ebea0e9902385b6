import type { Batch, EventSource, LinkReport, SourceListener } from '../event-source';
import { RecentReports } from './recent-reports';
import { type TabMessage, tabMessageFrom } from './tab-message';
import type { TabChannel, Tabs } from './tabs';
import { hold, type Tenure } from './tenure';

export interface TabRunParts {
  readonly inner: EventSource;
  readonly tabs: Tabs;
  readonly onLead: () => Promise<void>;
  readonly name: string;
  readonly listener: SourceListener;
  readonly signal: AbortSignal;
}

/** A tab that reads is heard at least every 45 s, for long polls end after 20; after this long it is asked. */
const SILENT_MS = 60_000;
/** A tab that reads answers within this time, or is taken for stuck. */
const ANSWER_MS = 5_000;
/** What was received is journaled within this time after a stop; then another tab may read. */
const STOP_MS = 1_000;

/** Resolves when the work has ended, or some time after the signal aborted, whichever comes first. */
async function endedOrLeft(work: Promise<void>, stop: AbortSignal, tabs: Tabs): Promise<void> {
  const ended = new AbortController();
  const left = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve());
  }).then(() => tabs.sleep(STOP_MS, ended.signal));
  try {
    await Promise.race([work, left]);
  } finally {
    ended.abort();
    work.catch(() => undefined);
  }
}

/** One run of a source that one tab reads for all: it follows until it has the lock, then it leads. */
export class TabRun {
  readonly #parts: TabRunParts;
  readonly #id = crypto.randomUUID();
  readonly #lock: string;
  readonly #channel: TabChannel;
  readonly #recent = new RecentReports();
  readonly #failed = new AbortController();
  readonly #stop: AbortSignal;
  #isLeading = false;
  /** What was begun while this tab read; of that, a slow journal may outlast the reading, and the run. */
  #work: Promise<unknown> = Promise.resolve();
  /** When the tab that reads was heard last. */
  #heardAt: number;

  constructor(parts: TabRunParts) {
    const { tabs, name, signal } = parts;
    this.#parts = parts;
    this.#lock = `aws-musical-event reads ${name}`;
    this.#stop = AbortSignal.any([signal, this.#failed.signal]);
    this.#heardAt = tabs.now();
    this.#channel = tabs.channel(this.#lock, (message) => this.#hear(tabMessageFrom(message)));
  }

  /** Resolves when the source ends or the signal aborts. Rejects for what fails in a listener or in the source. */
  async untilEnded(): Promise<void> {
    const { locks } = this.#parts.tabs;
    try {
      let tenure = await hold(locks, this.#lock, { ifAvailable: true });
      for (;;) {
        tenure ??= await this.#follow();
        if (!tenure || (await this.#lead(tenure))) break;
        tenure = null;
      }
    } finally {
      // What comes late into the journal is told late, for then it is deleted.
      void this.#work.then(() => this.#channel.close());
    }
    if (this.#failed.signal.aborted) throw this.#failed.signal.reason;
  }

  tryNow(): void {
    if (this.#isLeading) this.#parts.inner.tryNow?.();
    else this.#post({ kind: 'try-now' });
  }

  /** Waits for the lock, and takes it from a tab that is stuck; null when the run is over. */
  async #follow(): Promise<Tenure | null> {
    const { listener, tabs } = this.#parts;
    if (this.#stop.aborted) return null;
    this.#heardAt = tabs.now();
    listener.report({ kind: 'reader', at: tabs.now(), tab: 'another' });
    this.#post({ kind: 'ask', from: this.#id });
    const decided = new AbortController();
    const signal = AbortSignal.any([this.#stop, decided.signal]);
    void this.#untilStuck(signal).then(() => decided.abort());
    try {
      const tenure = await hold(tabs.locks, this.#lock, { signal });
      if (tenure || this.#stop.aborted) return tenure;
      return await hold(tabs.locks, this.#lock, { steal: true });
    } finally {
      decided.abort();
    }
  }

  /** Resolves when the tab that reads neither speaks nor answers, or the signal aborts. */
  async #untilStuck(signal: AbortSignal): Promise<void> {
    const { tabs } = this.#parts;
    while (!signal.aborted) {
      await tabs.sleep(this.#heardAt + SILENT_MS - tabs.now(), signal);
      if (signal.aborted || tabs.now() - this.#heardAt < SILENT_MS) continue;
      const askedAt = tabs.now();
      this.#post({ kind: 'ask', from: this.#id });
      await tabs.sleep(ANSWER_MS, signal);
      if (this.#heardAt < askedAt) return;
    }
  }

  /** Reads until the run or the source is over, which gives true, or another tab takes the lock, which gives false. */
  async #lead(tenure: Tenure): Promise<boolean> {
    const { inner, listener, onLead, tabs } = this.#parts;
    const stop = AbortSignal.any([this.#stop, tenure.robbed]);
    this.#isLeading = true;
    try {
      const read = async () => {
        if (stop.aborted) return;
        listener.report({ kind: 'reader', at: tabs.now(), tab: 'this' });
        await onLead();
        if (stop.aborted) return;
        const take = (batch: Batch) => this.#take(batch);
        const report = (report: LinkReport) => this.#tell(report);
        await inner.run({ take, report }, stop);
      };
      const work = read();
      this.#work = Promise.allSettled([this.#work, work]);
      await endedOrLeft(work, stop, tabs);
      return this.#stop.aborted || !tenure.robbed.aborted;
    } finally {
      this.#isLeading = false;
      tenure.release();
    }
  }

  /** First the journal, then the other tabs; the source deletes after that. */
  async #take(batch: Batch): Promise<void> {
    await this.#parts.listener.take(batch);
    this.#post({ kind: 'batch', batch });
  }

  #tell(report: LinkReport): void {
    this.#recent.add(report);
    this.#parts.listener.report(report);
    this.#post({ kind: 'report', report });
  }

  #post(message: TabMessage): void {
    this.#channel.post(message);
  }

  #hear(message: TabMessage | null): void {
    if (message?.kind === 'ask') this.#answer(message.from);
    else if (message?.kind === 'try-now') {
      if (this.#isLeading) this.#parts.inner.tryNow?.();
    } else if (message) this.#hearReader(message);
  }

  #answer(to: string): void {
    if (this.#isLeading) this.#post({ kind: 'state', to, reports: this.#recent.all });
  }

  /** A tab that was robbed may still have a batch to tell, even to the one that reads now. */
  #hearReader(message: Extract<TabMessage, { kind: 'batch' | 'report' | 'state' }>): void {
    if (this.#stop.aborted) return;
    this.#heardAt = this.#parts.tabs.now();
    if (message.kind === 'batch') this.#relay(message.batch);
    else if (this.#isLeading) return;
    else if (message.kind === 'report') this.#relayReport(message.report);
    else if (message.to === this.#id) message.reports.forEach((each) => this.#relayReport(each));
  }

  #relay(batch: Batch): void {
    this.#parts.listener
      .take({ ...batch, keptElsewhere: true })
      .catch((error: unknown) => this.#failed.abort(error));
  }

  #relayReport(report: LinkReport): void {
    if (this.#recent.add(report)) this.#parts.listener.report(report);
  }
}
