import type { Seconds } from '$lib/core/score/note';
import type { ReadingProgress } from '../recording';

/** How often progress is told, at most. */
const INTERVAL_MS = 100;
/** How long a rate is remembered: half of it is forgotten in this time. */
const HALF_LIFE_MS = 2_000;
/** No guess before this. */
const FIRST_GUESS_MS = 500;

/** Counts what was read, and tells it at most ten times a second, with a guess of the time that remains. */
export class ReadingPace {
  readonly #now: () => number;
  readonly #tell: (progress: ReadingProgress) => void;
  readonly #bytesTotal: number;
  readonly #filesTotal: number;
  readonly #startedAt: number;
  #toldAt: number;
  #bytesRead = 0;
  #bytesTold = 0;
  #filesRead = 0;
  #bytesAMs: number | null = null;

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    sizes: readonly number[],
    now: () => number,
    tell: (progress: ReadingProgress) => void,
  ) {
    this.#bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
    this.#filesTotal = sizes.length;
    this.#now = now;
    this.#tell = tell;
    this.#startedAt = now();
    this.#toldAt = this.#startedAt;
  }

  read(bytes: number, events: number): void {
    this.#bytesRead += bytes;
    const now = this.#now();
    if (now - this.#toldAt >= INTERVAL_MS) this.#report(now, events);
  }

  /** A file is done with, whether all of it was read or not. */
  fileEnded(bytesSoFar: number): void {
    this.#filesRead += 1;
    this.#bytesRead = bytesSoFar;
  }

  /** Tells where the reading ended. */
  ended(events: number): void {
    this.#report(this.#now(), events);
  }

  #report(now: number, events: number): void {
    this.#learn(now);
    this.#tell({
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      filesRead: this.#filesRead,
      filesTotal: this.#filesTotal,
      events,
      remainingSeconds: this.#remaining(now),
    });
  }

  #learn(now: number): void {
    const passedMs = now - this.#toldAt;
    if (passedMs <= 0) return;
    const rate = (this.#bytesRead - this.#bytesTold) / passedMs;
    const kept = this.#bytesAMs === null ? 0 : 0.5 ** (passedMs / HALF_LIFE_MS);
    this.#bytesAMs = (this.#bytesAMs ?? 0) * kept + rate * (1 - kept);
    this.#toldAt = now;
    this.#bytesTold = this.#bytesRead;
  }

  #remaining(now: number): Seconds | null {
    const left = this.#bytesTotal - this.#bytesRead;
    if (left <= 0) return 0;
    if (now - this.#startedAt < FIRST_GUESS_MS || !this.#bytesAMs) return null;
    return left / this.#bytesAMs / 1_000;
  }
}
