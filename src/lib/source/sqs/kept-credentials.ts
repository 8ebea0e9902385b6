/** What signs a request. Temporary ones tell when they expire. */
export interface QueueCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/**
 * Gets credentials. `forceRefresh` asks for ones that were never given before: those that were given have been refused,
 * or expire soon.
 */
export type CredentialProvider = (options: {
  readonly forceRefresh: boolean;
}) => Promise<QueueCredentials>;

/** So long before they expire credentials are replaced; the SDK's own window is the same. */
const AHEAD_MS = 300_000;
/** The least time between two tries to replace credentials that still hold. */
const AGAIN_MS = 30_000;

/** One answer of the provider. */
interface Given {
  readonly credentials: QueueCredentials;
  /** null where they never expire, or came expired by our clock: then the refusal tells, and not the clock. */
  readonly expiresAt: number | null;
}

/**
 * Credentials that are replaced before they expire, while the old ones go on being used: no request waits for it, and
 * when the provider fails the old ones hold until they expire. The SDK's own memory waits for the provider and gives up
 * the request when that fails.
 */
export class KeptCredentials {
  readonly #provider: CredentialProvider;
  readonly #now: () => number;
  #given: Given | null = null;
  #refused: Given | null = null;
  #failed: Given | null = null;
  #asking: Promise<Given> | null = null;
  #askedAt = -Infinity;

  /** @param now the time by the server's clock, as far as known, in milliseconds. */
  constructor(provider: CredentialProvider, now: () => number) {
    this.#provider = provider;
    this.#now = now;
  }

  /**
   * Credentials that are neither expired nor refused.
   *
   * @throws what the provider throws, when there are none.
   */
  async get(): Promise<QueueCredentials> {
    return (await this.#usable()).credentials;
  }

  /** Does something that signs with these credentials, and remembers which they were when it fails. */
  async use<T>(act: () => Promise<T>): Promise<T> {
    const used = await this.#usable();
    try {
      return await act();
    } catch (thrown) {
      this.#failed = used;
      throw thrown;
    }
  }

  /** Gives up the credentials that something failed with last, unless others have come since. */
  renew(): void {
    if (this.#failed === this.#given) this.#refused = this.#given;
  }

  async #usable(): Promise<Given> {
    const given = this.#given;
    if (!given || given === this.#refused) return this.#ask();
    const leftMs = (given.expiresAt ?? Infinity) - this.#now();
    if (leftMs <= 0) return this.#ask();
    if (leftMs < AHEAD_MS && Math.abs(this.#now() - this.#askedAt) >= AGAIN_MS)
      this.#ask().catch(() => undefined);
    return given;
  }

  /** One question at a time. */
  #ask(): Promise<Given> {
    this.#asking ??= this.#fetch().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #fetch(): Promise<Given> {
    this.#askedAt = this.#now();
    const credentials = await this.#provider({ forceRefresh: this.#given !== null });
    const expiresAt = credentials.expiration?.getTime() ?? null;
    const isPast = expiresAt !== null && expiresAt <= this.#now();
    this.#given = { credentials, expiresAt: isPast ? null : expiresAt };
    return this.#given;
  }
}
