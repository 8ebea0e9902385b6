import { failureOf } from './failure';
import type { Listening } from './listening';
import type { Turn } from './member-source';

/** So long a page may wait for a first event; then nobody is looking. */
const LIMIT_MS = 3_600_000;

/** Reads until the signal aborts. */
type Read = (signal: AbortSignal) => Promise<void>;

/**
 * Reads the queue for the Connect page while it is open and no session plays: one reader at a time, and the session goes
 * first.
 */
export class LightPoll implements Turn {
  readonly #read: Read;
  readonly #tell: (failure: Listening['failure']) => void;
  #isWanted = false;
  #sessions = 0;
  #run: AbortController | null = null;

  /** @param tell told why the reading ended, when it did by itself; null when it begins */
  constructor(read: Read, tell: (failure: Listening['failure']) => void = () => undefined) {
    this.#read = read;
    this.#tell = tell;
  }

  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    this.#settle();
  }

  sessionBegins(): void {
    this.#sessions += 1;
    this.#settle();
  }

  sessionEnds(): void {
    this.#sessions -= 1;
    this.#settle();
  }

  #settle(): void {
    const may = this.#isWanted && this.#sessions === 0;
    if (may && !this.#run) void this.#begin();
    else if (!may) this.#end();
  }

  #end(): void {
    this.#run?.abort();
    this.#run = null;
  }

  async #begin(): Promise<void> {
    const run = (this.#run = new AbortController());
    this.#tell(null);
    try {
      await this.#read(AbortSignal.any([run.signal, AbortSignal.timeout(LIMIT_MS)]));
    } catch (error) {
      if (!run.signal.aborted) this.#tell(failureOf(error));
    }
    if (this.#run !== run) return;
    this.#run = null;
    this.#isWanted = false;
  }
}
