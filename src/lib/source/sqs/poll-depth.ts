import { BATCH } from './queue';

/** How many receives should be in flight: one while the queue is quiet, more while batches come full. */
export class PollDepth {
  readonly #max: number;
  #wanted = 1;

  constructor(max: number) {
    this.#max = max;
  }

  get wanted(): number {
    return this.#wanted;
  }

  get isCatchingUp(): boolean {
    return this.#wanted > 1;
  }

  /** Learns how many messages a receive brought: a full batch asks for one more, any other for one less. */
  saw(received: number): void {
    if (received === BATCH) this.#wanted = Math.min(this.#max, this.#wanted + 1);
    else if (received === 0) this.#wanted = 1;
    else this.#wanted = Math.max(1, this.#wanted - 1);
  }

  /** After a failure one receive tries the connection. */
  failed(): void {
    this.#wanted = 1;
  }
}
