import type { EpochMs } from '../../core/event/aws-event';
import type { Body, EventSource, SourceListener } from '../event-source';
import { REAL_SURROUNDINGS, type Surroundings } from '../surroundings';
import { newDay } from './cloud-day';
import { DAY_MS } from './daylight';
import type { Simulation } from './simulation';

/** As many as a queue delivers at once. */
const BATCH = 10;
/** A queue without messages answers this often. */
const LONG_POLL_MS = 20_000;
/** Further off than this, the machine has slept or its clock was set: the day goes on where it was. */
const ASTRAY_MS = 5_000;

/** A day of the model, and how many bodies it has given. */
interface Day {
  readonly seed: number;
  readonly sim: Simulation;
  count: number;
}

function dayOf(seed: number, startMs: EpochMs): Day {
  return { seed, sim: newDay(seed, startMs), count: 0 };
}

/** Lets the next thing of a day happen; gives the messages that come of it. */
function stepOf(day: Day): Body[] {
  const { seed, sim } = day;
  return sim.step().map((text) => ({
    text,
    messageId: `demo-${seed}-${day.count++}`,
    sentAt: sim.wallMs,
  }));
}

/**
 * The model's days, one after the other, delivered when they happen, as a queue would deliver them. A run goes on
 * where the one before was stopped, as if no time had passed.
 */
export class DemoSource implements EventSource {
  readonly kind = 'demo';
  readonly #firstSeed: number;
  readonly #surroundings: Surroundings;
  #day: Day | null = null;
  #stoppedAt: EpochMs | null = null;
  /** What has happened and is not delivered yet. */
  readonly #due: Body[] = [];
  /** How long nothing has been delivered. */
  #quietMs = 0;

  /** @param seed the first day's; each day takes the next. */
  constructor(seed = 1, surroundings: Surroundings = REAL_SURROUNDINGS) {
    this.#firstSeed = seed;
    this.#surroundings = surroundings;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    listener.report({ kind: 'connecting', at: this.#surroundings.now() });
    signal.addEventListener('abort', () => (this.#stoppedAt = this.#surroundings.now()));
    let day = this.#resumed();
    while (!signal.aborted) {
      this.#day = day;
      const atMs = Math.min(day.sim.nextMs, DAY_MS);
      await this.#until(atMs, day.sim, listener, signal);
      if (signal.aborted) return;
      this.#keepUp(atMs, day.sim);
      if (atMs < DAY_MS) this.#due.push(...stepOf(day));
      else day = dayOf(day.seed + 1, day.sim.startMs + DAY_MS);
    }
  }

  /** The day as it was left, moved to now; or the first one. */
  #resumed(): Day {
    const now = this.#surroundings.now();
    const day = this.#day ?? dayOf(this.#firstSeed, now);
    day.sim.shift(now - (this.#stoppedAt ?? now));
    this.#stoppedAt = null;
    return day;
  }

  /** How long until a moment of the day by the wall clock, in milliseconds; negative when it is past. */
  #msUntil(atMs: number, sim: Simulation): number {
    return sim.startMs + atMs - this.#surroundings.now();
  }

  /**
   * Waits for a moment of the day, and before that delivers what is due. The wait is never longer than from the
   * moment before, wherever the wall clock has been set.
   */
  async #until(
    atMs: number,
    sim: Simulation,
    listener: SourceListener,
    signal: AbortSignal,
  ): Promise<void> {
    const waitMs = Math.min(this.#msUntil(atMs, sim), atMs - sim.nowMs);
    if (waitMs > 0 || this.#due.length >= BATCH) await this.#deliver(listener, signal);
    if (waitMs > 0) await this.#wait(waitMs, listener, signal);
  }

  /** Moves the rest of the day to the wall clock when a moment that has come is far off by it. */
  #keepUp(atMs: number, sim: Simulation): void {
    const earlyMs = this.#msUntil(atMs, sim);
    if (Math.abs(earlyMs) > ASTRAY_MS) sim.shift(-earlyMs);
  }

  async #deliver(listener: SourceListener, signal: AbortSignal): Promise<void> {
    while (this.#due.length > 0 && !signal.aborted) {
      const bodies = this.#due.splice(0, BATCH);
      const at = this.#surroundings.now();
      const full = bodies.length === BATCH;
      this.#quietMs = 0;
      listener.report({ kind: 'check', at, received: bodies.length, full });
      await listener.take({ bodies, receivedAt: at });
    }
  }

  async #wait(ms: number, listener: SourceListener, signal: AbortSignal): Promise<void> {
    let leftMs = ms;
    while (leftMs > 0 && !signal.aborted) {
      const stepMs = Math.min(leftMs, LONG_POLL_MS - this.#quietMs);
      await this.#surroundings.sleep(stepMs, signal);
      if (signal.aborted) return;
      leftMs -= stepMs;
      this.#quietMs += stepMs;
      if (this.#quietMs < LONG_POLL_MS) continue;
      this.#quietMs = 0;
      listener.report({ kind: 'check', at: this.#surroundings.now(), received: 0, full: false });
    }
  }
}
