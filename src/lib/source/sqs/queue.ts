import type { Body } from '../event-source';

/** A message as it was received, with the handle that deletes it. */
export interface Received {
  readonly body: Body;
  readonly receipt: string;
}

/** A message that the queue did not delete, and the error code that it gave for it. */
export interface Undeleted {
  readonly receipt: string;
  readonly code: string;
}

/** What the poll loop needs of a queue. Every call rejects with the SDK's own error, and at once when aborted. */
export interface Queue {
  /** One long poll: up to ten messages; none when the wait is over. */
  receive(waitTimeSeconds: number, signal: AbortSignal): Promise<readonly Received[]>;
  /** Deletes up to ten messages; gives those that could not be deleted. */
  remove(receipts: readonly string[], signal: AbortSignal): Promise<readonly Undeleted[]>;
  /** Hides up to ten messages for some seconds from now, at most 12 h in all; those that it cannot hide it leaves. */
  extend(receipts: readonly string[], seconds: number, signal: AbortSignal): Promise<void>;
  /** About how many messages wait to be received. */
  waiting(signal: AbortSignal): Promise<number>;
  /** How long a message is hidden once it has been received. */
  visibilitySeconds(signal: AbortSignal): Promise<number>;
  /** Has the next request ask for fresh credentials, unless that was done since the last one that failed. */
  renew(): void;
}

/** The most messages in one receive or delete (SQS developer guide, quotas). */
export const BATCH = 10;
