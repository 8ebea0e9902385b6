import type { Surroundings } from '../surroundings';

/** A wait between two tries. The time, a click, or the network's return ends it. */
export class Pause {
  readonly over: Promise<void>;
  readonly #end = new AbortController();

  constructor(ms: number, surroundings: Surroundings, stop: AbortSignal) {
    const signal = AbortSignal.any([this.#end.signal, stop]);
    const online = surroundings.nextOnline(signal);
    this.over = Promise.race([surroundings.sleep(ms, signal), online]).finally(() => this.end());
  }

  end(): void {
    this.#end.abort();
  }
}
