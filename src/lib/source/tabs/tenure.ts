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

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * Claims a lock. Gives null when it is not free, or the wait was aborted.
 *
 * @throws DOMException where the browser refuses locks to the page.
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
    locks.request(name, claim, granted).catch((error: unknown) => {
      if (isHeld) robbed.abort();
      else if (isAbort(error)) resolve(null);
      else reject(error);
    });
  });
}
