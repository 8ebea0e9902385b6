import type { EpochMs } from '$lib/core/event/aws-event';
import type { QueueAddress, QueueCredentials } from '../sqs/queue-client';
import { type Seat, SeatRefusedError, type TakeSeat } from './seat';

/** The least time between two questions whether the share is over. */
const ASK_AGAIN_MS = 300_000;

function credentialsOf({ credentials }: Seat): QueueCredentials {
  return { ...credentials, expiration: new Date(credentials.expiration) };
}

/**
 * A seat while it is sat on: its credentials are renewed by taking it again, and it is lost when that is refused, or
 * gives another queue. While it is renewed, and when that fails on the way, the old credentials stay in use.
 */
export class KeptSeat {
  readonly #takeSeat: TakeSeat;
  readonly #now: () => EpochMs;
  readonly #lost = new AbortController();
  #askedAt: EpochMs = -Infinity;
  /** As it was given last. */
  #seat: Seat;

  constructor(seat: Seat, takeSeat: TakeSeat, now: () => EpochMs) {
    this.#seat = seat;
    this.#takeSeat = takeSeat;
    this.#now = now;
  }

  get seat(): Seat {
    return this.#seat;
  }

  /** Aborts when there is nothing more to hear at this seat. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** The queue of the seat, with credentials that are renewed. */
  address(endpoint: string | undefined): QueueAddress {
    const { queueUrl, region } = this.#seat;
    const credentials: QueueAddress['credentials'] = async ({ forceRefresh }) => {
      const isPast = this.#seat.credentials.expiration <= this.#now();
      return credentialsOf(forceRefresh || isPast ? await this.renew() : this.#seat);
    };
    return { queueUrl, region, credentials, ...(endpoint !== undefined && { endpoint }) };
  }

  /** @throws what taking the seat throws. */
  async renew(): Promise<Seat> {
    try {
      const seat = await this.#takeSeat();
      if (seat.queueUrl !== this.#seat.queueUrl) this.#lost.abort();
      return (this.#seat = seat);
    } catch (thrown) {
      if (thrown instanceof SeatRefusedError) this.#lost.abort();
      throw thrown;
    }
  }

  /**
   * Asks whether the share is over, where it should be by our clock, which may be wrong, or where nothing is heard of
   * its owner.
   *
   * @param isSilent whether the owner's page seems to be away
   */
  doubt(isSilent: boolean): void {
    const now = this.#now();
    if (now < this.#seat.share.expiresAt && !isSilent) return;
    if (now - this.#askedAt < ASK_AGAIN_MS) return;
    this.#askedAt = now;
    this.renew().catch(() => undefined);
  }
}
