import type { Asked } from './fault-proxy';

/** Knows which tab reads, and how long another takes to go on when that one has ended. */
export class HandOver {
  /** The tab that asked the queue last; null before the first. */
  reader: string | null = null;
  readonly #tookMs: number[] = [];
  #ended: { readonly tab: string; readonly atMs: number } | null = null;

  heard({ action, userAgent, atMs }: Asked): void {
    if (action !== 'ReceiveMessage') return;
    this.reader = userAgent;
    if (!this.#ended || this.#ended.tab === userAgent) return;
    this.#tookMs.push(atMs - this.#ended.atMs);
    this.#ended = null;
  }

  /** A tab is being ended; from now until another asks, nobody reads. */
  ends(tab: string, atMs: number): void {
    this.#ended = { tab, atMs };
  }

  /** The 95th percentile in milliseconds, by nearest rank; null where nothing was handed over. */
  get p95Ms(): number | null {
    const sorted = [...this.#tookMs].sort((a, b) => a - b);
    return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null;
  }
}
