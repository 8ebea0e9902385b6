import type { Seat } from '$lib/core/cloud/calls';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { ShareCause } from '../event-source';

export type { Seat } from '$lib/core/cloud/calls';

/**
 * Takes a seat among the listeners of a share, or takes one's own again: then the queue stays, and the credentials are
 * new.
 *
 * @throws SeatRefusedError when the share lets nobody in, or not this one; else the error of the way there.
 */
export type TakeSeat = () => Promise<Seat>;

/** The share does not let this listener in. */
export class SeatRefusedError extends Error {
  override readonly name = 'SeatRefusedError';
  readonly refusal: Exclude<ShareCause, 'owner-away'>;
  readonly resolution: string;

  constructor(refusal: SeatRefusedError['refusal'], message: string, resolution: string) {
    super(message);
    this.refusal = refusal;
    this.resolution = resolution;
  }
}

/** What a listener knows of the share. */
export interface ShareFacts {
  readonly name: string;
  readonly expiresAt: EpochMs;
  /** How many listened when the seat was taken, or renewed. */
  readonly listeners: number;
  /** When the owner's page was last heard of; null before its first word. */
  readonly ownerSeenAt: EpochMs | null;
}
