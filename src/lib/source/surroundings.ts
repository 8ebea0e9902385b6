import type { EpochMs } from '$lib/core/event/aws-event';
import { sleep } from './sleep';

/** What a source needs of the world around it; passed in, so that tests can hold the clock and the dice. */
export interface Surroundings {
  now(): EpochMs;
  /** At least 0, below 1. */
  random(): number;
  /** Resolves after a time, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** What the machine says of its own network; false is sure, true is not. */
  isOnline(): boolean;
  /** Resolves at the next sign that the network is back, or when the signal aborts. */
  nextOnline(signal: AbortSignal): Promise<void>;
}

function nextOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      globalThis.removeEventListener?.('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    globalThis.addEventListener?.('online', end);
    signal.addEventListener('abort', end);
  });
}

/** The real ones, of a browser or of Node.js. */
export const REAL_SURROUNDINGS: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep,
  isOnline: () => globalThis.navigator?.onLine ?? true,
  nextOnline,
};
