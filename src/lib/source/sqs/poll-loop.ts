import type { EpochMs } from '$lib/core/event/aws-event';
import type { LinkReport, SourceListener } from '../event-source';
import type { Surroundings } from '../surroundings';
import { Backlog } from './backlog';
import { Connection } from './connection';
import { Deleter } from './deleter';
import { failureOf, type Failure } from './errors';
import { HeldMessages } from './held-messages';
import { Mailbox } from './mailbox';
import { Outage } from './outage';
import { Pause } from './pause';
import { PollDepth } from './poll-depth';
import { BATCH, type Queue, type Received } from './queue';
import { QueueRepair } from './queue-repair';

export interface PollOptions {
  /** How long one receive waits for messages, 0 to 20 s. */
  readonly waitTimeSeconds: number;
  /** The longest wait between two tries after failures. */
  readonly backoffCapMs: number;
  /** The most receives in flight while the queue is deep. */
  readonly maxReceives: number;
  /** The least time between two estimates of the backlog. */
  readonly backlogEveryMs: number;
  /** Makes a queue that is missing; resolves when it should be there. */
  readonly repair?: (signal: AbortSignal) => Promise<void>;
}

/** How long a receive waits while a backlog is being taken. */
const CATCHING_UP_WAIT_SECONDS = 1;
/** A receive that is not answered this long after its wait has been lost on the way. */
const GRACE_MS = 10_000;
/**
 * What a browser opens to one host at most, for receives and deletions together; deletions come first, so that they keep
 * up. What is asked beside them is seldom, and waits a moment.
 */
const CONNECTIONS = 6;

interface Arrival {
  readonly kind: 'arrival';
  readonly messages: readonly Received[];
}

function isArrival(news: News): news is Arrival {
  return news.kind === 'arrival';
}

/** What the run waits for: a receive that succeeded or failed, the end of a pause, the end of all. */
type News =
  | Arrival
  | { readonly kind: 'failure'; readonly thrown: unknown; readonly round: number }
  | { readonly kind: 'resumed'; readonly pause: Pause }
  | { readonly kind: 'stopped' };

/**
 * One run of the poll loop. It is driven by the answers to its own requests; the only timers are the waits after
 * failures and the keeping of what is received, so that a hidden tab keeps its pace.
 */
export class PollLoop {
  readonly #options: PollOptions;
  readonly #surroundings: Surroundings;
  readonly #listener: SourceListener;
  readonly #stop: AbortSignal;
  readonly #news = new Mailbox<News>();
  readonly #depth: PollDepth;
  readonly #connection: Connection;
  readonly #held: HeldMessages;
  readonly #deleter: Deleter;
  readonly #backlog: Backlog;
  readonly #outage: Outage;
  readonly #repair: QueueRepair | null;
  #pause: Pause | null = null;
  #inFlight = 0;
  /** Answers that are not settled yet: while the journal is slow, no more is asked for than can wait here. */
  #answered = 0;
  /** Answers whose messages are being written to the journal, each to be deleted by a request. */
  #journaling = 0;
  /** Grows with every failure that was told; a receive that began before tells nothing new by failing too. */
  #round = 0;
  /** A first receive, and the first after a failure, does not wait: the listener learns at once that we are through. */
  #isThrough = false;

  constructor(
    connect: () => Promise<Queue>,
    options: PollOptions,
    surroundings: Surroundings,
    listener: SourceListener,
    stop: AbortSignal,
  ) {
    this.#options = options;
    this.#surroundings = surroundings;
    this.#listener = listener;
    this.#stop = stop;
    this.#depth = new PollDepth(options.maxReceives);
    this.#connection = new Connection(connect);
    this.#held = new HeldMessages(this.#connection, surroundings, stop);
    this.#backlog = new Backlog(this.#connection, options.backlogEveryMs, stop);
    this.#outage = new Outage(surroundings, options.backoffCapMs);
    this.#repair = options.repair ? new QueueRepair(options.repair) : null;
    this.#deleter = new Deleter({
      connection: this.#connection,
      surroundings,
      stop,
      lanes: () => CONNECTIONS - this.#inFlight,
      freed: () => this.#fill(),
      settled: (receipts) => this.#held.release(receipts),
      tell: (failure) => this.#deletion(failure),
    });
  }

  tryNow(): void {
    this.#pause?.end();
  }

  async untilStopped(): Promise<void> {
    this.#stop.addEventListener('abort', () => this.#news.post({ kind: 'stopped' }));
    this.#report({ kind: 'connecting', at: this.#surroundings.now() });
    while (!this.#stop.aborted) {
      this.#fill();
      const news = await this.#news.next();
      if (!this.#stop.aborted) await this.#settle(news);
    }
  }

  #report(report: LinkReport): void {
    if (!this.#stop.aborted) this.#listener.report(report);
  }

  #missed({ cause, code }: Failure, retryInMs: number): void {
    this.#report({ kind: 'miss', at: this.#surroundings.now(), cause, code, retryInMs });
  }

  #deletion(failure: Failure | null): void {
    const { cause = null, code = null } = failure ?? {};
    this.#report({ kind: 'deletion', at: this.#surroundings.now(), cause, code });
  }

  /** How many receives should be in flight: fewer while deletions need the connections, or are about to. */
  get #wanted(): number {
    const deletions = Math.max(this.#deleter.due, this.#journaling);
    return Math.min(this.#depth.wanted, Math.max(1, CONNECTIONS - deletions));
  }

  /** Asks for more, as far as connections are free and what has come can wait here. */
  #fill(): void {
    if (this.#pause || this.#stop.aborted) return;
    while (this.#inFlight + this.#answered < this.#wanted) {
      this.#inFlight += 1;
      void this.#receive(this.#round).then((news) => {
        this.#inFlight -= 1;
        this.#answered += 1;
        this.#news.post(news);
      });
    }
  }

  async #receive(round: number): Promise<News> {
    const waitTimeSeconds = this.#waitTimeSeconds;
    try {
      const messages = await this.#connection.ask(
        waitTimeSeconds * 1000 + GRACE_MS,
        (queue, signal) => queue.receive(waitTimeSeconds, signal),
        this.#stop,
      );
      this.#held.hold(messages.map(({ receipt }) => receipt));
      return { kind: 'arrival', messages };
    } catch (thrown) {
      return { kind: 'failure', thrown, round };
    }
  }

  /** Short while catching up, so that the end of the backlog is known at once and not after a long poll. */
  get #waitTimeSeconds(): number {
    if (!this.#isThrough) return 0;
    const { waitTimeSeconds } = this.#options;
    return this.#depth.isCatchingUp
      ? Math.min(CATCHING_UP_WAIT_SECONDS, waitTimeSeconds)
      : waitTimeSeconds;
  }

  async #settle(news: News): Promise<void> {
    if (news.kind === 'arrival') await this.#arrived([news, ...this.#news.takeWhile(isArrival)]);
    else if (news.kind === 'failure') {
      this.#answered -= 1;
      this.#failed(news);
    } else if (news.kind === 'resumed' && news.pause === this.#pause) this.#pause = null;
  }

  /**
   * Takes together what has arrived while the journal was busy, which writes forty messages nearly as fast as ten, and
   * asks for more while it writes.
   */
  async #arrived(arrivals: readonly Arrival[]): Promise<void> {
    this.#answered -= arrivals.length;
    const receivedAt = this.#surroundings.now();
    for (const { messages } of arrivals) this.#checked(messages, receivedAt);
    const messages = arrivals.flatMap((arrival) => arrival.messages);
    if (messages.length === 0) return this.#deleter.flush();
    this.#journaling = Math.ceil(messages.length / BATCH);
    this.#fill();
    await this.#listener.take({ bodies: messages.map(({ body }) => body), receivedAt });
    this.#journaling = 0;
    this.#deleter.add(messages.map(({ receipt }) => receipt));
  }

  #checked(messages: readonly Received[], at: EpochMs): void {
    const wasCatchingUp = this.#depth.isCatchingUp;
    const full = messages.length === BATCH;
    this.#outage.over();
    this.#repair?.over();
    this.#isThrough = true;
    this.tryNow();
    this.#depth.saw(messages.length);
    this.#report({ kind: 'check', at, received: messages.length, full });
    if (full) void this.#estimate();
    else if (wasCatchingUp && messages.length === 0) this.#caughtUp(at);
  }

  #caughtUp(at: number): void {
    this.#backlog.over();
    this.#report({ kind: 'backlog', at, waiting: 0 });
  }

  async #estimate(): Promise<void> {
    const waiting = await this.#backlog.estimate(this.#surroundings.now());
    // One that is answered after the end of the backlog is no longer true.
    if (waiting === null || !this.#depth.isCatchingUp) return;
    this.#report({ kind: 'backlog', at: this.#surroundings.now(), waiting });
  }

  #failed({ thrown, round }: Extract<News, { kind: 'failure' }>): void {
    this.#depth.failed();
    this.#isThrough = false;
    if (round < this.#round) return;
    this.#round += 1;
    const failure = failureOf(thrown, this.#surroundings.isOnline());
    const { cause } = failure;
    const retryInMs = this.#outage.failed(cause);
    const mayRenew = cause === 'credentials' || (cause === 'denied' && retryInMs === 0);
    if (mayRenew) void this.#connection.renew();
    this.#missed(failure, retryInMs);
    const pause = new Pause(retryInMs, this.#surroundings, this.#stop);
    this.#pause = pause;
    void pause.over.then(() => this.#news.post({ kind: 'resumed', pause }));
    if (cause === 'queue-missing') void this.#mend(this.#surroundings.now() + retryInMs);
  }

  /** Has the queue made, tries at once when that is done, and tells when it fails. */
  async #mend(retryAt: number): Promise<void> {
    const { now, isOnline } = this.#surroundings;
    try {
      if (await this.#repair?.missing(now(), this.#stop)) this.tryNow();
    } catch (thrown) {
      const { code } = failureOf(thrown, isOnline());
      this.#missed({ cause: 'queue-missing', code }, Math.max(0, retryAt - now()));
    }
  }
}
