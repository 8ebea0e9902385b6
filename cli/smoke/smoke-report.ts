/** What one check came to. */
export interface Result {
  readonly name: string;
  readonly verdict: 'ok' | 'failed' | 'skipped';
  readonly detail: string;
  readonly seconds: number;
}

/** What a check that went well found: words for the table, and what later checks need. */
export interface Finding<T> {
  readonly value: T;
  readonly detail: string;
}

/** Thrown by a check that cannot be made here. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

/** What an error says, with its resolution where it has one. */
export function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message } = error;
  const resolution = 'resolution' in error ? ` ${String(error.resolution)}` : '';
  return `${name === 'Error' ? '' : `${name}: `}${message}${resolution}`;
}

/** Makes checks one after another, and keeps what each came to. */
export class SmokeReport {
  readonly results: Result[] = [];

  /**
   * @param signal when it aborts, no check is begun any more.
   * @param now milliseconds of any clock that goes on.
   * @param tell is given each result as it comes.
   */
  constructor(
    private readonly signal: AbortSignal,
    private readonly now: () => number,
    private readonly tell: (result: Result) => void,
  ) {}

  /** Makes a check; gives what it found, or null when it failed or was not made. */
  async check<T>(name: string, make: () => Promise<Finding<T>>): Promise<T | null> {
    const startedAt = this.now();
    const note = (verdict: Result['verdict'], detail: string): void =>
      this.#note({ name, verdict, detail, seconds: (this.now() - startedAt) / 1_000 });
    if (this.signal.aborted) {
      note('skipped', 'stopped before it');
      return null;
    }
    try {
      const { value, detail } = await make();
      note('ok', detail);
      return value;
    } catch (error) {
      note(error instanceof NotTried ? 'skipped' : 'failed', this.#because(error));
      return null;
    }
  }

  /** Notes that a check was not made, and why. */
  skip(name: string, because: string): void {
    this.#note({ name, verdict: 'skipped', detail: because, seconds: 0 });
  }

  #because(error: unknown): string {
    if (error instanceof NotTried) return error.message;
    return this.signal.aborted ? 'stopped in the middle' : words(error);
  }

  #note(result: Result): void {
    this.results.push(result);
    this.tell(result);
  }
}
