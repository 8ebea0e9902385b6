import type { Share } from '$lib/core/cloud/calls';
import type { EpochMs } from '$lib/core/event/aws-event';

/** How old the list may be: another device may have made a share. */
const FRESH_MS = 600_000;
/** The least time between two questions, when the first is not answered. */
const AGAIN_MS = 60_000;

const CHANNEL = 'aws-musical-event:shares';

function isLive({ revokedAt, expiresAt }: Share, at: EpochMs): boolean {
  return revokedAt === null && expiresAt > at;
}

/** Tells the tab that reads the queue that a share was made or revoked. */
export function tellSharesChanged(): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Calls back when any page of this browser makes or revokes a share, until the signal aborts. */
export function onSharesChanged(changed: () => void, signal: AbortSignal): void {
  if (!('BroadcastChannel' in globalThis) || signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  signal.addEventListener('abort', () => channel.close());
}

/** Knows whether somebody may listen. It has no clock of its own: it asks when it is told the time. */
export class RelayShares {
  readonly #list: () => Promise<readonly Share[]>;
  #shares: readonly Share[] = [];
  #answeredAt: EpochMs = -Infinity;
  #askedAt: EpochMs = -Infinity;

  /** @param list reads the shares of who is signed in */
  constructor(list: () => Promise<readonly Share[]>) {
    this.#list = list;
  }

  isShared(at: EpochMs): boolean {
    return this.#shares.some((share) => isLive(share, at));
  }

  /** Asks again when what is known is old; while that fails, what was known stays. */
  async refresh(at: EpochMs): Promise<void> {
    if (at - this.#answeredAt < FRESH_MS || at - this.#askedAt < AGAIN_MS) return;
    this.#askedAt = at;
    try {
      this.#shares = await this.#list();
      this.#answeredAt = at;
    } catch {
      // Asked again in a minute.
    }
  }

  /** What is known no longer holds. */
  changed(): void {
    this.#answeredAt = this.#askedAt = -Infinity;
  }
}
