import type { LinkReport, SourceListener } from '../event-source';
import type { Surroundings } from '../surroundings';
import { backoffMs } from './backoff';
import { deleteAll } from './deletion';
import { DeletionHealth } from './deletion-health';
import { failureOf, PATIENCE, type Failure } from './errors';
import { Mailbox } from './mailbox';
import { Pause } from './pause';
import { PollDepth } from './poll-depth';
import { BATCH, type Queue, type Received } from './queue';
import { within } from './within';

export interface PollOptions {
  /** How long one receive waits for messages, 0 to 20 s. */
  readonly waitTimeSeconds: number;
  /** The longest wait between two tries after failures. */
  readonly backoffCapMs: number;
  /** The most receives in flight while the queue is deep. */
  readonly maxReceives: number;
  /** The least time between two estimates of the backlog. */
  readonly backlogEveryMs: number;
}

/** How long a receive waits while a backlog is being taken. */
const CATCHING_UP_WAIT_SECONDS = 1;
/** A receive that is not answered this long after its wait has been lost on the way. */
const GRACE_MS = 10_000;

/** Messages, and the connection that they came by. */
interface Arrival {
  readonly queue: Queue;
  readonly messages: readonly Received[];
}

/** What the run waits for: a receive that succeeded or failed, the end of a pause, the end of all. */
type News =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'failure'; readonly thrown: unknown }
  | { readonly kind: 'resumed'; readonly pause: Pause }
  | { readonly kind: 'stopped' };

/**
 * One run of the poll loop. It is driven by the answers to its own requests; the only timers are the waits after
 * failures, so that a hidden tab keeps its pace.
 */
export class PollLoop {
  readonly #connect: () => Promise<Queue>;
  readonly #options: PollOptions;
  readonly #surroundings: Surroundings;
  readonly #listener: SourceListener;
  readonly #stop: AbortSignal;
  readonly #news = new Mailbox<News>();
  readonly #depth: PollDepth;
  readonly #deletions = new DeletionHealth((failure) => {
    // While the loop waits after a failed receive, that one is the news.
    if (!this.#pause) this.#missed(failure, 0);
  });
  #queue: Promise<Queue> | null = null;
  #pause: Pause | null = null;
  #inFlight = 0;
  #failures = 0;
  /** A first receive, and the first after a failure, does not wait: the listener learns at once that we are through. */
  #isThrough = false;
  #estimatedAt = -Infinity;

  constructor(
    connect: () => Promise<Queue>,
    options: PollOptions,
    surroundings: Surroundings,
    listener: SourceListener,
    stop: AbortSignal,
  ) {
    this.#connect = connect;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#listener = listener;
    this.#stop = stop;
    this.#depth = new PollDepth(options.maxReceives);
  }

  tryNow(): void {
    this.#pause?.end();
  }

  async untilStopped(): Promise<void> {
    this.#stop.addEventListener('abort', () => this.#news.post({ kind: 'stopped' }));
    this.#report({ kind: 'connecting', at: this.#surroundings.now() });
    while (!this.#stop.aborted) {
      if (!this.#pause) this.#fill();
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

  #fill(): void {
    while (this.#inFlight < this.#depth.wanted) {
      this.#inFlight += 1;
      void this.#receive().then((news) => {
        this.#inFlight -= 1;
        this.#news.post(news);
      });
    }
  }

  /** One connection for all receives. */
  #connected(): Promise<Queue> {
    if (this.#queue) return this.#queue;
    const queue = this.#connect();
    queue.catch(() => this.#forget(queue));
    this.#queue = queue;
    return queue;
  }

  /** Lets the next receive connect anew, if no other has done so already. */
  #forget(queue: Promise<Queue>): void {
    if (this.#queue === queue) this.#queue = null;
  }

  /** One try, its connection and its credentials included: what hangs is given up at the limit and made anew. */
  async #receive(): Promise<News> {
    const waitTimeSeconds = this.#waitTimeSeconds;
    const limit = AbortSignal.timeout(waitTimeSeconds * 1000 + GRACE_MS);
    const connected = this.#connected();
    const receive = async () => {
      const queue = await connected;
      const signal = AbortSignal.any([this.#stop, limit]);
      return { queue, messages: await queue.receive(waitTimeSeconds, signal) };
    };
    try {
      return { kind: 'arrival', arrival: await within(receive(), limit) };
    } catch (error) {
      if (limit.aborted) this.#forget(connected);
      return { kind: 'failure', thrown: limit.aborted ? limit.reason : error };
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
    if (news.kind === 'arrival') await this.#arrived(news.arrival);
    else if (news.kind === 'failure') this.#failed(news.thrown);
    else if (news.kind === 'resumed' && news.pause === this.#pause) this.#pause = null;
  }

  async #arrived({ queue, messages }: Arrival): Promise<void> {
    const at = this.#surroundings.now();
    const wasCatchingUp = this.#depth.isCatchingUp;
    const full = messages.length === BATCH;
    this.#failures = 0;
    this.#isThrough = true;
    this.tryNow();
    this.#depth.saw(messages.length);
    this.#report({ kind: 'check', at, received: messages.length, full });
    this.#deletions.checked();
    if (messages.length > 0) {
      await this.#listener.take({ bodies: messages.map(({ body }) => body), receivedAt: at });
      void this.#delete(queue, messages);
    }
    if (full) void this.#estimate(queue, at);
    else if (wasCatchingUp && messages.length === 0)
      this.#report({ kind: 'backlog', at, waiting: 0 });
  }

  async #delete(queue: Queue, messages: readonly Received[]): Promise<void> {
    const receipts = messages.map(({ receipt }) => receipt);
    this.#deletions.ended(await deleteAll(queue, receipts, this.#surroundings, this.#stop));
  }

  /** Asks how much waits; a refusal is no failure of the connection, and the page then shows no number. */
  async #estimate(queue: Queue, at: number): Promise<void> {
    if (at - this.#estimatedAt < this.#options.backlogEveryMs) return;
    this.#estimatedAt = at;
    const waiting = await queue.waiting(this.#stop).catch(() => undefined);
    if (waiting !== undefined)
      this.#report({ kind: 'backlog', at: this.#surroundings.now(), waiting });
  }

  #failed(thrown: unknown): void {
    const failure = failureOf(thrown, this.#surroundings.isOnline());
    const { cause } = failure;
    this.#depth.failed();
    this.#isThrough = false;
    // A receive that began before the pause tells nothing new.
    if (this.#pause) return;
    this.#failures += 1;
    // A new connection asks for fresh credentials; a wrong clock the old one has corrected by the answer's date.
    if (cause === 'credentials') {
      this.#queue = null;
      this.#deletions.ended(null);
    }
    const draw = cause === 'offline' ? 1 : this.#surroundings.random();
    const retryInMs = backoffMs(PATIENCE[cause], this.#failures, this.#options.backoffCapMs, draw);
    this.#missed(failure, retryInMs);
    const pause = new Pause(retryInMs, this.#surroundings, this.#stop);
    this.#pause = pause;
    void pause.over.then(() => this.#news.post({ kind: 'resumed', pause }));
  }
}
