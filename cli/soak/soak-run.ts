import { sleep } from '../../src/lib/source/sleep';
import { feed, type FeedProgress } from './soak-feed';
import { FaultDealer } from './fault-dealer';
import type { Asked } from './fault-proxy';
import { HandOver } from './hand-over';
import { JournalReader } from './journal-reader';
import { NumberSet } from './number-set';
import type { SoakOptions } from './soak-options';
import { rounded, type SoakResult } from './soak-result';
import { startSoakStack, type SoakStack } from './soak-stack';
import { TabCrew } from './tab-crew';

const GLANCE_MS = 500;
const TELL_EVERY_MS = 10_000;
/** What is not in the journal this long after the last news is lost: six times the queue's visibility timeout. */
const PATIENCE_MS = 180_000;
/** What was journaled and not deleted comes again within the visibility timeout of 30 s; so long it is waited for. */
const SETTLE_MS = 60_000;
/** Tabs are disturbed in the first part of a run; the one that is left then has the rest of it to grow in. */
const DISTURBED_SHARE = 0.4;

type Found = Omit<SoakResult, 'faults' | 'faultsByKind'>;

/** One run of the soak, from the first message to the last. */
class SoakRun {
  readonly #options: SoakOptions;
  readonly #stack: SoakStack;
  readonly #crew: TabCrew;
  readonly #handOver: HandOver;
  readonly #reader: JournalReader;
  readonly #numbers: NumberSet;
  readonly #progress: FeedProgress = { sent: 0, mostWaiting: 0, waiting: 0, inFlight: 0 };
  readonly #say: (line: string) => void;
  readonly #startedAtMs = performance.now();
  #newsAtMs = performance.now();
  #toldAtMs = performance.now();
  #toldSeen = 0;

  constructor(
    options: SoakOptions,
    stack: SoakStack,
    handOver: HandOver,
    say: (line: string) => void,
  ) {
    this.#options = options;
    this.#stack = stack;
    this.#handOver = handOver;
    this.#say = say;
    const { context, proxy } = stack;
    this.#crew = new TabCrew(context, proxy.address, handOver);
    this.#reader = new JournalReader(context, proxy.address);
    this.#numbers = new NumberSet(options.messages);
  }

  async result(signal: AbortSignal): Promise<Found> {
    const { messages, seed, ratePerSecond, tabs } = this.#options;
    for (let opened = 0; opened < tabs; opened++) await this.#crew.open();
    const memoryBeforeMB = await this.#crew.reader.heapMB();
    const end = new AbortController();
    const { queue } = this.#stack;
    const fed = feed(
      { queue, messages, seed, ratePerSecond },
      this.#progress,
      AbortSignal.any([signal, end.signal]),
    );
    const stop = AbortSignal.any([signal, end.signal]);
    try {
      await Promise.race([fed, this.#follow(stop)]);
      return await this.#told(memoryBeforeMB);
    } finally {
      end.abort();
      await fed.catch(() => undefined);
    }
  }

  /** Reads the journal and disturbs the tabs until all is journaled and deleted, or nothing comes any more. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { messages, kills } = this.#options;
    let completeAtMs: number | null = null;
    while (!signal.aborted) {
      await this.#read();
      this.#tell();
      const { seen } = this.#numbers;
      if (this.#crew.kills < kills) await this.#disturb();
      const now = performance.now();
      if (seen === messages) completeAtMs ??= now;
      const { waiting, inFlight } = this.#progress;
      if (completeAtMs !== null && waiting + inFlight === 0 && now - completeAtMs > 2_000) return;
      if (completeAtMs !== null && now - completeAtMs > SETTLE_MS) return;
      if (now - this.#newsAtMs > PATIENCE_MS) return;
      await sleep(GLANCE_MS, signal);
    }
  }

  /** Disturbs the tab that reads when it is time to; after the last time that one stays alone. */
  async #disturb(): Promise<void> {
    const { messages, kills } = this.#options;
    const share = (DISTURBED_SHARE * (this.#crew.kills + 1)) / kills;
    if (this.#numbers.seen < share * messages) return;
    await this.#crew.disturb();
    if (this.#crew.kills === kills) await this.#crew.dismissFollowers();
  }

  async #read(): Promise<void> {
    const before = this.#numbers.seen;
    await this.#reader.read((number) => this.#numbers.add(number));
    if (this.#numbers.seen > before) this.#newsAtMs = performance.now();
  }

  #tell(): void {
    const now = performance.now();
    if (now - this.#toldAtMs < TELL_EVERY_MS) return;
    const { sent, waiting, inFlight } = this.#progress;
    const { seen, doubled } = this.#numbers;
    const rate = ((seen - this.#toldSeen) * 1_000) / (now - this.#toldAtMs);
    const seconds = ((now - this.#startedAtMs) / 1_000).toFixed(0);
    this.#say(
      `${seconds} s: sent ${sent}, journaled ${seen} (${rate.toFixed(0)}/s), doubled ${doubled}, waiting ${waiting}, in flight ${inFlight}, kills ${this.#crew.kills}`,
    );
    this.#toldAtMs = now;
    this.#toldSeen = seen;
  }

  async #told(memoryBeforeMB: number): Promise<Found> {
    const { requests } = this.#stack.proxy;
    const { sent, mostWaiting } = this.#progress;
    const { seen, doubled } = this.#numbers;
    const tab = this.#crew.reader;
    const p95Ms = this.#handOver.p95Ms;
    return {
      sent,
      journaled: seen,
      lost: sent - seen,
      doubled,
      requests,
      seconds: rounded((performance.now() - this.#startedAtMs) / 1_000),
      requestsPerMessage: rounded(requests / Math.max(1, sent)),
      memoryBeforeMB: rounded(memoryBeforeMB),
      memoryAfterMB: rounded(await tab.heapMB()),
      handOverP95Ms: p95Ms === null ? null : rounded(p95Ms),
      kills: this.#crew.kills,
      heard: await tab.counter('events-heard'),
      mostWaiting,
    };
  }
}

/**
 * Runs a soak: everything is started, and ended again whatever happens.
 *
 * @param say a line of progress, for a person.
 * @throws when the page or the browser fails, or an AbortError when the signal aborted it.
 */
export async function soak(
  options: SoakOptions,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<SoakResult> {
  const handOver = new HandOver();
  const dealer = options.faults === 'none' ? null : new FaultDealer(options.seed);
  const onAsked = (asked: Asked) => handOver.heard(asked);
  const stack = await startSoakStack(dealer, options.seed, onAsked, say, signal);
  try {
    const found = await new SoakRun(options, stack, handOver, say).result(signal);
    const faults = [...(dealer?.dealt ?? [])];
    return {
      ...found,
      faults: faults.reduce((sum, [, count]) => sum + count, 0),
      faultsByKind: Object.fromEntries(faults),
    };
  } finally {
    await stack.close();
  }
}
