import type { AudioOutput, AudioTime } from './audio-output';
import { intervalTicker, type Ticker } from './ticker';

/** A clock as `performance` is one. */
export interface Clock {
  /** Milliseconds, never falling. */
  now(): number;
}

/** An output that makes no sound and keeps time all the same: for going on without sound, and for tests. */
export class SilentOutput implements AudioOutput {
  readonly latencySeconds = 0;
  readonly #listeners = new Set<(now: AudioTime) => void>();
  /** Seconds that had run before the last start. */
  #gone: AudioTime = 0;
  #startedMs: number | null = null;
  #stopTicker: (() => void) | null = null;

  constructor(
    private readonly clock: Clock = performance,
    private readonly ticker: Ticker = intervalTicker,
  ) {}

  get running(): boolean {
    return this.#startedMs !== null;
  }

  start(): Promise<void> {
    if (!this.running) {
      this.#startedMs = this.clock.now();
      this.#stopTicker = this.ticker(() => this.#tick());
    }
    return Promise.resolve();
  }

  suspend(): Promise<void> {
    this.#gone = this.now();
    this.#startedMs = null;
    this.#stopTicker?.();
    this.#stopTicker = null;
    return Promise.resolve();
  }

  now(): AudioTime {
    if (this.#startedMs === null) return this.#gone;
    return this.#gone + (this.clock.now() - this.#startedMs) / 1000;
  }

  onTick(listener: (now: AudioTime) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  onInterrupted(): () => void {
    return () => undefined;
  }

  play(): void {
    // Silence needs nothing scheduled.
  }

  setVolume(): void {
    // Silence has no volume.
  }

  setMuted(): void {
    // Silence is always muted.
  }

  async close(): Promise<void> {
    await this.suspend();
    this.#listeners.clear();
  }

  #tick(): void {
    const now = this.now();
    for (const listener of this.#listeners) listener(now);
  }
}
