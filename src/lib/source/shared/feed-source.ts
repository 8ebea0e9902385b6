import { OWNER_AWAY_AFTER_MS } from '$lib/core/cloud/heartbeat-times';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { EventSource, LinkReport, SourceListener } from '../event-source';
import { failureOf } from '../sqs/errors';
import { Outage } from '../sqs/outage';
import { Pause } from '../sqs/pause';
import type { Queue } from '../sqs/queue';
import type { QueueAddress } from '../sqs/queue-client';
import { SqsSource } from '../sqs/sqs-source';
import { REAL_SURROUNDINGS, type Surroundings } from '../surroundings';
import { EventsOnly } from './events-only';
import { KeptSeat } from './kept-seat';
import { type Seat, SeatRefusedError, type ShareFacts, type TakeSeat } from './seat';

/** Where every place is taken, one may become free. */
const FULL_RETRY_MS = 60_000;
const BACKOFF_CAP_MS = 120_000;
/** A timer can wait no longer. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export interface FeedOptions {
  /** Another endpoint of SQS than the Region's own, for example a local one. */
  readonly endpoint?: string;
  /** How long one receive waits for messages, 0 to 20 s. */
  readonly waitTimeSeconds?: number;
  /** Connects to a queue; by default with the SDK, which is only loaded then. */
  readonly connect?: (address: QueueAddress) => Promise<Queue>;
}

type Miss = Extract<LinkReport, { kind: 'miss' }>;

/** A listener's queue goes with its share, or when nobody has listened by it for long. */
function isMissing(report: LinkReport): report is Miss {
  return report.kind === 'miss' && report.cause === 'queue-missing';
}

/**
 * Listens to the redacted events of a share: takes a seat, reads its queue, and keeps the seat. A seat that is refused
 * is told as a miss with its cause; where that is for good it is not asked for again, unless by `tryNow`.
 */
export class SharedFeedSource implements EventSource {
  readonly kind = 'shared';
  #facts: ShareFacts | null = null;
  readonly #takeSeat: TakeSeat;
  readonly #options: FeedOptions;
  readonly #surroundings: Surroundings;
  readonly #outage: Outage;
  #pause: Pause | null = null;
  #queue: SqsSource | null = null;

  constructor(
    takeSeat: TakeSeat,
    options: FeedOptions = {},
    surroundings: Surroundings = REAL_SURROUNDINGS,
  ) {
    this.#takeSeat = takeSeat;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#outage = new Outage(surroundings, BACKOFF_CAP_MS);
  }

  /** What is known of the share; null before the first seat. Another object only when something changed. */
  get facts(): ShareFacts | null {
    return this.#facts;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const seat = await this.#seated(listener, signal);
      if (seat) await this.#listen(seat, listener, signal);
    }
  }

  tryNow(): void {
    this.#pause?.end();
    this.#queue?.tryNow();
  }

  /** Takes a seat, however long that takes; null when stopped. */
  async #seated(listener: SourceListener, stop: AbortSignal): Promise<Seat | null> {
    listener.report({ kind: 'connecting', at: this.#surroundings.now() });
    while (!stop.aborted) {
      try {
        const seat = await this.#takeSeat();
        this.#outage.over();
        return stop.aborted ? null : seat;
      } catch (thrown) {
        if (!stop.aborted) await this.#missed(this.#missOf(thrown), listener, stop);
      }
    }
    return null;
  }

  #missOf(thrown: unknown): Miss {
    const { now, isOnline } = this.#surroundings;
    if (thrown instanceof SeatRefusedError) {
      const cause = thrown.refusal;
      const retryInMs = cause === 'share-full' ? FULL_RETRY_MS : Infinity;
      return { kind: 'miss', at: now(), cause, code: thrown.name, retryInMs };
    }
    const { cause, code } = failureOf(thrown, isOnline());
    return { kind: 'miss', at: now(), cause, code, retryInMs: this.#outage.failed(cause) };
  }

  async #missed(miss: Miss, listener: SourceListener, stop: AbortSignal): Promise<void> {
    listener.report(miss);
    const waitMs = Math.min(miss.retryInMs, LONGEST_WAIT_MS);
    this.#pause = new Pause(waitMs, this.#surroundings, stop);
    await this.#pause.over;
  }

  /** Listens at a seat until it is lost. */
  async #listen(seat: Seat, listener: SourceListener, stop: AbortSignal): Promise<void> {
    const kept = new KeptSeat(seat, this.#takeSeat, () => this.#surroundings.now());
    this.#learn(kept.seat);
    const { endpoint, waitTimeSeconds, connect } = this.#options;
    const address = kept.address(endpoint);
    this.#queue = new SqsSource(
      connect ? () => connect(address) : address,
      waitTimeSeconds === undefined ? {} : { waitTimeSeconds },
      this.#surroundings,
      'shared',
    );
    await this.#queue.run(this.#hearing(kept, listener), AbortSignal.any([stop, kept.lost]));
    this.#queue = null;
  }

  #hearing(kept: KeptSeat, listener: SourceListener): SourceListener {
    let heardAt = this.#surroundings.now();
    const events = new EventsOnly(listener, (at) => {
      heardAt = at;
      this.#learn(kept.seat, at);
    });
    return {
      take: (batch) => events.take(batch),
      report: (report) => {
        if (report.kind === 'check') kept.doubt(report.at - heardAt > OWNER_AWAY_AFTER_MS);
        if (isMissing(report)) this.#sitAgain(kept);
        events.report(isMissing(report) ? { ...report, cause: 'unreachable' } : report);
      },
    };
  }

  /** Whether the share is over, or the queue is made again, is told by taking the seat again. */
  #sitAgain(kept: KeptSeat): void {
    kept.renew().then(
      () => this.#queue?.tryNow(),
      () => undefined,
    );
  }

  /** @param ownerSeenAt when the owner's page was heard of; as before unless told. */
  #learn({ share }: Seat, ownerSeenAt?: EpochMs): void {
    this.#facts = { ...share, ownerSeenAt: ownerSeenAt ?? this.#facts?.ownerSeenAt ?? null };
  }
}
