import type { EpochMs } from '$lib/core/event/aws-event';
import { sleep } from '../sleep';

/** What is used of the Web Locks API (https://w3c.github.io/web-locks/), by which the tabs of a page take turns. */
export interface TabLocks {
  request(
    name: string,
    options: Pick<LockOptions, 'ifAvailable' | 'signal' | 'steal'>,
    granted: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/** A way to the other tabs that listen under the same name; what is said on it is not heard back. */
export interface TabChannel {
  post(message: unknown): void;
  /** Nothing is heard or said any more. */
  close(): void;
}

/** The other tabs of this page, and the time; passed in, so that tests can play all of them. */
export interface Tabs {
  readonly locks: TabLocks;
  channel(name: string, hear: (message: unknown) => void): TabChannel;
  now(): EpochMs;
  /** Resolves after a time, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

function browserChannel(name: string, hear: (message: unknown) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  let isOpen = true;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
  return {
    post: (message) => isOpen && channel.postMessage(message),
    close() {
      isOpen = false;
      channel.close();
    },
  };
}

/** Whether the browser lets this page have channels. */
function hasChannels(): boolean {
  try {
    new BroadcastChannel('aws-musical-event').close();
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser's; null where it has no Web Locks, as on a page that is not served securely, or the page may have no
 * channels. Whether it may have locks is only told when one is claimed.
 */
export function browserTabs(): Tabs | null {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (!locks || !hasChannels()) return null;
  return {
    locks: { request: (name, options, granted) => locks.request(name, options, granted) },
    channel: browserChannel,
    now: Date.now,
    sleep,
  };
}
