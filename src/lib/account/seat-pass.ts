import type { ListenerPass } from '$lib/core/cloud/calls';

const NAME = 'aws-musical-event:seat';

/** What is used of a tab's storage; each call may throw. */
export type PassStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is used of Web Locks. */
export type PassLocks = Pick<LockManager, 'request'>;

function isPass(value: unknown): value is ListenerPass {
  if (typeof value !== 'object' || value === null) return false;
  const { id, secret } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof secret === 'string';
}

/** A page that is reloaded lets go of its lock a moment after the next one asks for it. */
const LOCK_WAIT_MS = 1_000;

function isGivenUp(thrown: unknown): boolean {
  return thrown instanceof Error && ['AbortError', 'TimeoutError'].includes(thrown.name);
}

/** Holds a lock for as long as the page lives; false when another page keeps it. */
function held(locks: PassLocks | null, id: string): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  const signal = AbortSignal.timeout(LOCK_WAIT_MS);
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise<void>(() => undefined);
    };
    // Where the browser refuses locks, nothing can be known of other tabs.
    locks
      .request(`${NAME}:${id}`, { signal }, hold)
      .catch((thrown: unknown) => resolve(!isGivenUp(thrown)));
  });
}

/**
 * Keeps the pass of a seat for as long as the tab lives, so that a reload keeps the seat. A tab that was duplicated has
 * the other's pass too; two at one seat would each hear half, so it takes a seat of its own.
 */
export class SeatPass {
  readonly #token: string;
  readonly #store: PassStore | null;
  readonly #locks: PassLocks | null;
  #pass: ListenerPass | null = null;
  #isRecalled = false;

  /** @param store null where the browser has none for us: then a reload takes another seat. */
  constructor(token: string, store: PassStore | null, locks: PassLocks | null) {
    this.#token = token;
    this.#store = store;
    this.#locks = locks;
  }

  async get(): Promise<ListenerPass | null> {
    if (!this.#isRecalled) {
      this.#isRecalled = true;
      const kept = this.#kept();
      if (kept && (await held(this.#locks, kept.id))) this.#pass = kept;
    }
    return this.#pass;
  }

  keep(pass: ListenerPass): void {
    if (this.#pass?.id !== pass.id) void held(this.#locks, pass.id);
    this.#pass = pass;
    try {
      this.#store?.setItem(NAME, JSON.stringify({ token: this.#token, pass }));
    } catch {
      // A reload takes another seat.
    }
  }

  forget(): void {
    this.#pass = null;
    try {
      this.#store?.removeItem(NAME);
    } catch {
      // It will be refused again.
    }
  }

  #kept(): ListenerPass | null {
    try {
      const { token, pass } = JSON.parse(this.#store?.getItem(NAME) ?? '{}') as Record<
        string,
        unknown
      >;
      return token === this.#token && isPass(pass) ? pass : null;
    } catch {
      return null;
    }
  }
}
