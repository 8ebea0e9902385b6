import type { Failure } from './errors';

/**
 * Remembers whether messages can be deleted, and tells of it when they cannot: what is not deleted comes back until
 * it expires. A check that is answered hides what was told, so it is told again after each, and never twice between
 * two.
 */
export class DeletionHealth {
  readonly #tell: (failure: Failure) => void;
  #failure: Failure | null = null;
  #isTold = false;

  constructor(tell: (failure: Failure) => void) {
    this.#tell = tell;
  }

  /** A deletion has ended: with nothing left, or with the failure that it gave up at. */
  ended(failure: Failure | null): void {
    this.#failure = failure;
    this.#tellOnce();
  }

  /** A check has been answered, and told. */
  checked(): void {
    this.#isTold = false;
    this.#tellOnce();
  }

  #tellOnce(): void {
    if (!this.#failure || this.#isTold) return;
    this.#isTold = true;
    this.#tell(this.#failure);
  }
}
