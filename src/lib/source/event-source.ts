import type { EpochMs } from '$lib/core/event/aws-event';

/** The text of one message. */
export interface Body {
  readonly text: string;
  readonly messageId: string;
  /** When the message was sent, where the source knows. */
  readonly sentAt: EpochMs | null;
}

export interface Batch {
  readonly bodies: readonly Body[];
  readonly receivedAt: EpochMs;
  /** Whether another tab, which reads the queue for this one, has it in the journal; else the listener keeps it. */
  readonly keptElsewhere?: boolean;
}

/** Why a check of the source failed. */
export type Cause =
  | 'offline'
  | 'unreachable'
  | 'throttled'
  | 'credentials'
  | 'denied'
  | 'queue-missing'
  | 'clock-skew';

/** Why a listener of a share hears nothing, though the queue may answer. */
export type ShareCause =
  | 'share-expired'
  | 'share-revoked'
  /** As many listen as the owner allows. */
  | 'share-full'
  /** There is no share of this link. */
  | 'share-unknown'
  /** The owner's page, from which all events come, has not been heard of for a while. */
  | 'owner-away';

/** What a source tells of its own health. */
export type LinkReport =
  | { readonly kind: 'connecting'; readonly at: EpochMs }
  /** A completed check. `full` means that there is probably more waiting. */
  | {
      readonly kind: 'check';
      readonly at: EpochMs;
      readonly received: number;
      readonly full: boolean;
    }
  /** A request that failed: a check, or the deletion of what was taken. */
  | {
      readonly kind: 'miss';
      readonly at: EpochMs;
      readonly cause: Cause | ShareCause;
      /** The raw error code, shown after the sentence. */
      readonly code: string;
      /** How long the source waits before it checks again; 0 where it goes on without a wait, Infinity for good. */
      readonly retryInMs: number;
    }
  /** How many messages wait behind us, by the queue's own estimate. */
  | { readonly kind: 'backlog'; readonly at: EpochMs; readonly waiting: number }
  /** What was taken can or cannot be deleted; while it cannot (`cause` is not null), it is heard but comes again. */
  | {
      readonly kind: 'deletion';
      readonly at: EpochMs;
      readonly cause: Cause | null;
      readonly code: string | null;
    }
  /** The owner's page, which fills a shared feed, was heard of. */
  | { readonly kind: 'owner'; readonly at: EpochMs }
  /** Which tab reads: this one, or another that feeds this one. */
  | { readonly kind: 'reader'; readonly at: EpochMs; readonly tab: 'this' | 'another' };

export interface SourceListener {
  /** Resolves when every body is safe in the journal; only then may the source delete. */
  take(batch: Batch): Promise<void>;
  report(report: LinkReport): void;
}

/** Where live bodies come from. The one port behind which SQS and the demo stand; files are a `Recording`. */
export interface EventSource {
  readonly kind: 'sqs' | 'demo' | 'shared';
  /** Runs until the source ends or the signal aborts, then resolves. Rejects only for a defect of ours. */
  run(listener: SourceListener, signal: AbortSignal): Promise<void>;
  /** Ends a wait between two tries and tries at once; absent where nothing is ever waited for. */
  tryNow?(): void;
}
