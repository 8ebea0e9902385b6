import type { TabLocks } from './tabs';

/** A lock that this tab holds. */
export interface Tenure {
  /** Aborts when another tab takes the lock by force. */
  readonly robbed: AbortSignal;
  release(): void;
}

/** Whether to have a lock only if it is free, to wait for it until the signal aborts, or to take it by force. */
export type Claim =
  { readonly ifAvailable: true } | { readonly signal: AbortSignal } | { readonly steal: true };

/** The browser lets this page have no locks. */
export class LocksRefusedError extends Error {
  override readonly name = 'LocksRefusedError';
  readonly resolution = 'Open the page in a tab of its own, and let the browser keep its data.';

  constructor(reason: unknown) {
    super('the browser refuses locks to this page', { cause: reason });
  }
}

/** Whether the wait for a lock was given up: a request then fails with the signal's own reason, whatever that is. */
function isGivenUp(claim: Claim, error: unknown): boolean {
  if ('signal' in claim && claim.signal.aborted) return true;
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * Claims a lock. Gives null when it is not free, or the wait was aborted.
 *
 * @throws LocksRefusedError where the browser refuses locks to the page, as to one of an opaque origin.
 */
export function hold(locks: TabLocks, name: string, claim: Claim): Promise<Tenure | null> {
  return new Promise((resolve, reject) => {
    const robbed = new AbortController();
    let isHeld = false;
    const granted = (lock: object | null) => {
      if (!lock) return void resolve(null);
      isHeld = true;
      return new Promise<void>((release) => resolve({ robbed: robbed.signal, release }));
    };
    const request = async () => locks.request(name, claim, granted);
    request().catch((error: unknown) => {
      if (isHeld) robbed.abort();
      else if (isGivenUp(claim, error)) resolve(null);
      else reject(new LocksRefusedError(error));
    });
  });
}
