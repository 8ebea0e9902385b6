import { sleep } from '../../src/lib/source/sleep';

/** How long after its last request a listener still counts as there: three long polls of 20 s. */
export const PATIENCE_MS = 60_000;
/** Often enough to notice that the listeners have gone. */
export const GLANCE_MS = 1_000;

/** Who is listening: the feed plays for them and waits while nobody does. */
export class Audience {
  #underWay = 0;
  #lastAtMs = -Infinity;
  #waiting: (() => void)[] = [];
  readonly #now: () => number;

  /** @param now milliseconds of a clock that never runs backwards. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A request came in; the returned function tells that it has ended. */
  asked(): () => void {
    this.#underWay += 1;
    for (const wake of this.#waiting.splice(0)) wake();
    return () => {
      this.#underWay -= 1;
      this.#lastAtMs = this.#now();
    };
  }

  get listening(): boolean {
    return this.#underWay > 0 || this.#now() - this.#lastAtMs < PATIENCE_MS;
  }

  /** Resolves when nobody listens any more or the signal aborts. */
  async departure(signal: AbortSignal): Promise<void> {
    while (this.listening && !signal.aborted) await sleep(GLANCE_MS, signal);
  }

  /** Resolves when somebody listens or the signal aborts. */
  async arrival(signal: AbortSignal): Promise<void> {
    if (this.listening || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
