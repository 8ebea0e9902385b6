import type { Failure } from './errors';

/** Remembers whether messages can be deleted, and tells when that changes: what is not deleted comes again. */
export class DeletionHealth {
  readonly #tell: (failure: Failure | null) => void;
  #told: Failure | null = null;

  /** @param tell hears the failure when it begins and when its cause changes, and null once it is over. */
  constructor(tell: (failure: Failure | null) => void) {
    this.#tell = tell;
  }

  failed(failure: Failure): void {
    if (this.#told?.cause !== failure.cause) this.#change(failure);
  }

  succeeded(): void {
    if (this.#told) this.#change(null);
  }

  #change(failure: Failure | null): void {
    this.#told = failure;
    this.#tell(failure);
  }
}
