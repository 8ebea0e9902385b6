import { CONNECTOR_SOURCE } from '$lib/core/cloud/names';
import { type Digest, type Heard, redact } from '$lib/core/cloud/redact';
import { heardAs } from '$lib/core/cloud/redact-heard';
import { HEARTBEAT_EVERY_MS } from '$lib/core/cloud/heartbeat-times';
import { heartbeat } from '$lib/core/cloud/share-feed';
import type { AwsEvent, EpochMs, Outcome } from '$lib/core/event/aws-event';
import { RecentIds } from '$lib/core/event/duplicates';
import { readBody } from '$lib/core/event/read-body';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Batch, LinkReport } from '$lib/source/event-source';
import { failureOf } from '$lib/source/sqs/errors';
import { Outage } from '$lib/source/sqs/outage';
import { within } from '$lib/source/sqs/within';
import type { Surroundings } from '$lib/source/surroundings';
import { RelayBuffer } from './relay-buffer';
import { RelayPresent } from './relay-present';
import type { RelayShares } from './relay-shares';

/** One message of a shared feed, with the attributes that shares filter by. */
export interface RelayMessage {
  readonly body: string;
  readonly source: string;
  readonly outcome: Outcome;
}

/** A message that was not published; what is the sender's fault will be refused again. */
export interface Unpublished {
  readonly index: number;
  readonly mayComeAgain: boolean;
}

/** Publishes at most ten messages; gives those that were not. Rejects with the SDK's own error. */
export type Publish = (
  messages: readonly RelayMessage[],
  signal: AbortSignal,
) => Promise<readonly Unpublished[]>;

export interface RelayParts {
  readonly mapping: Mapping;
  readonly digest: Digest;
  readonly publish: Publish;
  readonly shares: Pick<RelayShares, 'isShared' | 'refresh'>;
  readonly surroundings: Surroundings;
  readonly newId: () => string;
}

interface Waiting extends Heard {
  readonly event: AwsEvent;
}

/** The most messages in one PublishBatch (SNS quotas). Redacted events are so short that ten are far below 256 KB. */
const BATCH = 10;
const ROOM = 1_000;
const IDS_KEPT = 20_000;
const LIMIT_MS = 10_000;
const BACKOFF_CAP_MS = 120_000;

/**
 * Publishes, while somebody may listen, what the owner's page reads: redacted, once each, and a heartbeat a minute. It
 * has no timer, for a hidden tab has none to rely on: the reader's own checks drive it. One batch is under way at a
 * time; what cannot be sent waits, within bounds. Nothing of it reaches the reader: no wait, and no error.
 */
export class Relay {
  /** How many events were published. */
  sent = 0;
  /** How many events were refused for what they are. */
  refused = 0;
  readonly #parts: RelayParts;
  readonly #recent = new RecentIds(IDS_KEPT);
  readonly #buffer = new RelayBuffer<Waiting>(ROOM);
  readonly #present = new RelayPresent();
  readonly #outage: Outage;
  #isSending = false;
  #notBefore: EpochMs = -Infinity;
  #beatAt: EpochMs = -Infinity;

  constructor(parts: RelayParts) {
    this.#parts = parts;
    this.#outage = new Outage(parts.surroundings, BACKOFF_CAP_MS);
  }

  /** How many events gave way, because more came than could be sent. */
  get dropped(): number {
    return this.#buffer.dropped;
  }

  /** Hears what the reader has taken, once that is safe. */
  take({ bodies, receivedAt }: Batch): void {
    const ofNow = this.#present.ofNow(bodies, receivedAt);
    if (!this.#parts.shares.isShared(receivedAt)) return;
    for (const { text } of ofNow)
      for (const event of readBody(text, receivedAt).events) this.#offer(event);
    void this.#send();
  }

  /** Hears of the reader's checks; each is a chance to say that we are here, and to try again. */
  hear(report: LinkReport): void {
    this.#present.hear(report);
    if (report.kind === 'check') void this.look();
  }

  /** Learns whether somebody may listen, and sends what is due. */
  async look(): Promise<void> {
    const { shares, surroundings } = this.#parts;
    await shares.refresh(surroundings.now());
    await this.#send();
  }

  #offer(event: AwsEvent): void {
    if (event.source === CONNECTOR_SOURCE || !this.#recent.add(event.id)) return;
    this.#buffer.add({ event, ...heardAs(this.#parts.mapping, event) });
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#isDue()) await this.#sendBatch();
    } finally {
      this.#isSending = false;
    }
  }

  #isDue(): boolean {
    const now = this.#parts.surroundings.now();
    if (!this.#parts.shares.isShared(now)) this.#buffer.clear();
    else if (now >= this.#notBefore) return this.#buffer.size > 0 || this.#owesBeat(now);
    return false;
  }

  #owesBeat(now: EpochMs): boolean {
    return now - this.#beatAt >= HEARTBEAT_EVERY_MS;
  }

  async #sendBatch(): Promise<void> {
    const now = this.#parts.surroundings.now();
    const beat = this.#owesBeat(now) ? [this.#beat(now)] : [];
    const waiting = this.#buffer.take(BATCH - beat.length);
    try {
      const messages = [...beat, ...(await Promise.all(waiting.map((one) => this.#message(one))))];
      const unpublished = await this.#publish(messages);
      this.#outage.over();
      if (beat.length > 0) this.#beatAt = now;
      this.#settle(waiting, unpublished, beat.length);
    } catch (thrown) {
      this.#buffer.putBack(waiting);
      this.#backOff(thrown);
    }
  }

  #publish(messages: readonly RelayMessage[]): Promise<readonly Unpublished[]> {
    const limit = AbortSignal.timeout(LIMIT_MS);
    return within(this.#parts.publish(messages, limit), limit);
  }

  #settle(waiting: readonly Waiting[], unpublished: readonly Unpublished[], beats: number): void {
    const ofEvents = unpublished.filter(({ index }) => index >= beats);
    const again = ofEvents.filter(({ mayComeAgain }) => mayComeAgain);
    this.sent += waiting.length - ofEvents.length;
    this.refused += ofEvents.length - again.length;
    if (again.length === 0) return;
    this.#buffer.putBack(again.flatMap(({ index }) => waiting[index - beats] ?? []));
    this.#backOff(new Error('a part of the batch was not published'));
  }

  #backOff(thrown: unknown): void {
    const { now, isOnline } = this.#parts.surroundings;
    const { cause } = failureOf(thrown, isOnline());
    this.#notBefore = now() + this.#outage.failed(cause);
  }

  #beat(at: EpochMs): RelayMessage {
    const body = heartbeat(this.#parts.newId(), at);
    return { body: JSON.stringify(body), source: String(body['source']), outcome: 'neutral' };
  }

  async #message({ event, ...heard }: Waiting): Promise<RelayMessage> {
    const body = await redact(event, heard, this.#parts.digest);
    const { outcome } = heard;
    return { body: JSON.stringify(body), source: String(body['source']), outcome };
  }
}
