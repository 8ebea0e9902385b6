import { SLOT_SECONDS, slotTime } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Seconds } from '$lib/core/score/note';
import type { Pace, Plan, RecordedEvent, Recording } from '$lib/source/recording';
import type { Concert } from './concert';
import { entryOf } from './entry-of';
import type { Feed } from './feed';
import type { TakenBatch } from './intake';
import { LinkMonitor } from './link-monitor';
import type { LinkStatus, Player } from './listening';
import { happenedAt, positionAt } from './plan-time';

/** How far ahead of the playing events are read (5 s), and how much at a time. */
const AHEAD_SLOTS = 32;
const CHUNK_SLOTS = 8;
/** What is drawn left of a place that was sought: 30 s at the most, and fewer where they hold more events than this. */
const LEAD_SLOTS = 192;
const LEAD_EVENTS = 1_500;
/** Places are sought by the beat. */
const BEAT_SLOTS = 4;

const AT_FIRST: Pace = { speed: 'fit', skipSilences: true };

/** Fills a concert from a recording, slot by slot, and plays it as a listener wants it. */
export class RecordingFeed implements Feed, Player {
  readonly account = null;
  readonly keeping = 'kept';
  readonly isSkipping = false;
  readonly forgotten = 0;
  readonly journal = null;
  pace: Pace = $state.raw(AT_FIRST);
  plan: Plan | null = $state.raw(null);
  position: Seconds = $state(0);
  state: Player['state'] = $state('preparing');
  readonly #recording: Recording;
  readonly #mapping: Mapping;
  readonly #monitor: LinkMonitor;
  #concert: Concert | null = null;
  #onChange: () => void = () => undefined;
  /** Events are read up to this slot. */
  #readUntil = 0;
  /** Counts the places that were sought; what was read for an earlier one is dropped. */
  #sought = 0;
  #moved: () => void = () => undefined;
  #plannedFor: Pace | null = null;

  constructor(recording: Recording, mapping: Mapping, at: EpochMs) {
    this.#recording = recording;
    this.#mapping = mapping;
    this.#monitor = new LinkMonitor('recording', at);
  }

  get player(): Player {
    return this;
  }

  get facts(): Player['facts'] {
    return this.#recording.facts;
  }

  get duration(): Seconds {
    return slotTime(this.plan?.slots ?? 0);
  }

  join(concert: Concert, onChange: () => void): void {
    this.#concert = concert;
    this.#onChange = onChange;
  }

  async run(signal: AbortSignal): Promise<void> {
    const over = new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    if (!this.plan) await this.setPace(this.pace);
    else if (this.state === 'ended') await this.seek(0);
    while (!signal.aborted && this.state !== 'ended') {
      const moved = new Promise<void>((resolve) => (this.#moved = resolve));
      await this.#fill(signal);
      await Promise.race([moved, over]);
    }
  }

  status(at: EpochMs): LinkStatus {
    return this.#monitor.status(at);
  }

  follow(at: Seconds): void {
    if (this.state !== 'ready' || !this.plan || !this.#concert) return;
    this.position = Math.min(Math.max(0, at), this.duration);
    if (this.#concert.clock.next >= this.plan.slots && at >= this.duration) this.state = 'ended';
    this.#moved();
  }

  wallAt(at: Seconds): EpochMs {
    return this.happenedAt(at);
  }

  happenedAt(position: Seconds): EpochMs {
    return this.plan ? happenedAt(this.plan, position) : this.facts.from;
  }

  async seek(to: Seconds): Promise<void> {
    if (this.plan) await this.#go(() => to);
  }

  async setPace(pace: Pace): Promise<void> {
    const time = this.plan && this.happenedAt(this.position);
    this.pace = pace;
    await this.#go((plan) => (time === null ? 0 : positionAt(plan, time)));
  }

  tryNow(): void {}

  skipToNow(): void {}

  close(): void {
    this.#recording.close();
  }

  /** Holds the playing until the place is found. */
  #begin(): number {
    this.state = 'preparing';
    if (this.#concert) this.#concert.clock.limit = 0;
    return ++this.#sought;
  }

  /** Goes to a place. What is asked for later ends the work for what was asked before, and that is no failure. */
  async #go(placeIn: (plan: Plan) => Seconds): Promise<void> {
    const sought = this.#begin();
    try {
      const plan = await this.#planNow();
      if (sought !== this.#sought) return;
      const beat = Math.floor(placeIn(plan) / SLOT_SECONDS / BEAT_SLOTS) * BEAT_SLOTS;
      await this.#standAt(Math.min(Math.max(0, beat), plan.slots - 1), sought);
    } catch (error) {
      if (sought === this.#sought) throw error;
    }
  }

  /** The plan for the pace that is wanted. */
  async #planNow(): Promise<Plan> {
    const { pace, plan } = this;
    if (plan && pace === this.#plannedFor) return plan;
    const made = await this.#recording.plan(pace);
    if (pace === this.pace) [this.plan, this.#plannedFor] = [made, pace];
    return made;
  }

  async #standAt(slot: number, sought: number): Promise<void> {
    const { first, events } = await this.#leadUpTo(slot);
    const state = await this.#recording.stateAt(first);
    const concert = this.#concert;
    if (sought !== this.#sought || !concert) return;
    concert.links = this.plan?.links ?? null;
    concert.restart(first, state);
    concert.enter(this.#taken(events));
    concert.leadUpTo(slot);
    concert.enter(this.#unreadable());
    this.#readUntil = concert.clock.limit = slot;
    this.position = slotTime(slot);
    this.state = 'ready';
    this.#moved();
    this.#onChange();
  }

  /** The events right before a slot, and the slot from which on they are whole. */
  async #leadUpTo(slot: number): Promise<{ first: number; events: readonly RecordedEvent[] }> {
    let first = slot;
    let events: readonly RecordedEvent[] = [];
    while (first > 0 && first > slot - LEAD_SLOTS && events.length < LEAD_EVENTS) {
      const from = Math.max(0, first - AHEAD_SLOTS);
      events = [...(await this.#recording.read(from, first)), ...events];
      first = from;
    }
    return { first, events };
  }

  async #fill(signal: AbortSignal): Promise<void> {
    const sought = this.#sought;
    const concert = this.#concert;
    while (concert && this.plan && this.state === 'ready') {
      const wanted = Math.min(this.plan.slots, concert.clock.next + AHEAD_SLOTS);
      if (this.#readUntil >= wanted) return;
      const to = Math.min(this.plan.slots, this.#readUntil + CHUNK_SLOTS);
      const events = await this.#recording.read(this.#readUntil, to);
      if (sought !== this.#sought) return;
      concert.enter(this.#taken(events));
      this.#readUntil = concert.clock.limit = to;
      if (signal.aborted) return;
    }
  }

  #taken(events: readonly RecordedEvent[]): TakenBatch {
    const entries = events.map(({ event, slot, characters }) => {
      const arrival = { sentAt: null, receivedAt: event.time, characters, slot };
      return entryOf(this.#mapping, event, arrival);
    });
    return { entries, duplicates: [], unreadable: [], bodies: [] };
  }

  #unreadable(): TakenBatch {
    const unreadable = this.facts.unreadable.lines.map(({ file, line, reason, head }) => ({
      at: this.facts.from,
      reason,
      head,
      place: { file, line },
    }));
    return { entries: [], duplicates: [], unreadable, bodies: [] };
  }
}
