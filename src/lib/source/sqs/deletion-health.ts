import type { Failure } from './errors';

/**
 * Remembers whether messages can be deleted, and tells when that changes: what is not deleted comes again. What an
 * earlier run told, perhaps in another tab, is not known here; so the first success is told as well.
 */
export class DeletionHealth {
  readonly #tell: (failure: Failure | null) => void;
  /** undefined until something was told. */
  #told: Failure | null | undefined;

  /** @param tell hears the failure when it begins and when its cause changes, and null at the first success and once it is over. */
  constructor(tell: (failure: Failure | null) => void) {
    this.#tell = tell;
  }

  failed(failure: Failure): void {
    if (this.#told?.cause !== failure.cause) this.#change(failure);
  }

  succeeded(): void {
    if (this.#told !== null) this.#change(null);
  }

  #change(failure: Failure | null): void {
    this.#told = failure;
    this.#tell(failure);
  }
}
