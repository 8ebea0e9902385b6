import type { EpochMs } from '$lib/core/event/aws-event';
import type { Body, EventSource, SourceListener } from '../event-source';
import { REAL_SURROUNDINGS, type Surroundings } from '../surroundings';
import { cloudDay } from './cloud-day';
import { DAY_MS } from './daylight';
import type { TimedBody } from './simulation';

/** As many as a queue delivers at once. */
const BATCH = 10;
/** A queue without messages answers this often. */
const LONG_POLL_MS = 20_000;
/** Later than this, the machine has slept: the day goes on where it was, without a flood. */
const SLEPT_MS = 5_000;

/** The model's days, one after the other, delivered when they happen, as a queue would deliver them. */
export class DemoSource implements EventSource {
  readonly kind = 'demo';
  readonly #surroundings: Surroundings;
  #nextSeed: number;

  /** @param seed the first day's; each day, and each new run, takes the next. */
  constructor(seed = 1, surroundings: Surroundings = REAL_SURROUNDINGS) {
    this.#nextSeed = seed;
    this.#surroundings = surroundings;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    listener.report({ kind: 'connecting', at: this.#surroundings.now() });
    let startMs = this.#surroundings.now();
    while (!signal.aborted) {
      const lateMs = await this.#day(this.#nextSeed++, startMs, listener, signal);
      startMs += DAY_MS + lateMs;
    }
  }

  /** Plays one day; gives how much later than planned it ended, for the time that the machine slept. */
  async #day(
    seed: number,
    startMs: EpochMs,
    listener: SourceListener,
    signal: AbortSignal,
  ): Promise<number> {
    let lateMs = 0;
    let due: Body[] = [];
    let count = 0;
    for (const item of cloudDay(seed, startMs)) {
      const waitMs = startMs + lateMs + item.atMs - this.#surroundings.now();
      if (waitMs > 0 || due.length === BATCH) {
        await this.#deliver(due, listener);
        due = [];
        await this.#wait(waitMs, listener, signal);
      }
      if (signal.aborted) return 0;
      const behindMs = this.#surroundings.now() - startMs - lateMs - item.atMs;
      if (behindMs > SLEPT_MS) lateMs += behindMs;
      due.push(bodyOf(item, `demo-${seed}-${count++}`, startMs));
    }
    await this.#deliver(due, listener);
    return lateMs;
  }

  async #deliver(bodies: readonly Body[], listener: SourceListener): Promise<void> {
    if (bodies.length === 0) return;
    const at = this.#surroundings.now();
    const full = bodies.length === BATCH;
    listener.report({ kind: 'check', at, received: bodies.length, full });
    await listener.take({ bodies, receivedAt: at });
  }

  async #wait(ms: number, listener: SourceListener, signal: AbortSignal): Promise<void> {
    let leftMs = ms;
    for (; leftMs > LONG_POLL_MS && !signal.aborted; leftMs -= LONG_POLL_MS) {
      await this.#surroundings.sleep(LONG_POLL_MS, signal);
      if (signal.aborted) return;
      listener.report({ kind: 'check', at: this.#surroundings.now(), received: 0, full: false });
    }
    if (leftMs > 0) await this.#surroundings.sleep(leftMs, signal);
  }
}

function bodyOf({ atMs, body }: TimedBody, messageId: string, startMs: EpochMs): Body {
  return { text: body, messageId, sentAt: Math.floor(startMs + atMs) };
}
