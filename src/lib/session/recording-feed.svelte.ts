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
/** What was heard in the page is heard again as it was. */
const AS_IT_WAS: Pace = { speed: 1, skipSilences: false };

/** A place in the music of a plan. */
interface Place {
  readonly plan: Plan;
  readonly at: Seconds;
}

/** Fills a concert from a recording, slot by slot, and plays it as a listener wants it. */
export class RecordingFeed implements Feed, Player {
  readonly account = null;
  readonly keeping = 'kept';
  readonly isSkipping = false;
  readonly forgotten = 0;
  readonly journal = null;
  pace: Pace = $state.raw(AT_FIRST);
  /** The plan of what is heard; `#made` is the worker's, and ahead of it while a place is looked for. */
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
  #made: { readonly pace: Pace; readonly plan: Plan } | null = null;
  /** Where to go; null for the start. */
  #wanted: Place | null = null;

  constructor(recording: Recording, mapping: Mapping, at: EpochMs) {
    this.#recording = recording;
    this.#mapping = mapping;
    this.#monitor = new LinkMonitor('recording', at);
    if (recording.facts.isJournal) this.pace = AS_IT_WAS;
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
    if (!this.plan) return;
    this.#wanted = { plan: this.plan, at: to };
    await this.#go();
  }

  async setPace(pace: Pace): Promise<void> {
    if (this.plan && this.state !== 'preparing')
      this.#wanted = { plan: this.plan, at: this.position };
    this.pace = pace;
    await this.#go();
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
  async #go(): Promise<void> {
    const sought = this.#begin();
    try {
      const plan = await this.#planNow();
      if (sought !== this.#sought) return;
      const beat = Math.floor(this.#placeIn(plan) / SLOT_SECONDS / BEAT_SLOTS) * BEAT_SLOTS;
      await this.#standAt(plan, Math.min(Math.max(0, beat), plan.slots - 1), sought);
    } catch (error) {
      if (sought === this.#sought) throw error;
    }
  }

  /** The plan for the pace that is wanted. */
  async #planNow(): Promise<Plan> {
    const { pace } = this;
    if (this.#made?.pace === pace) return this.#made.plan;
    const plan = await this.#recording.plan(pace);
    if (pace === this.pace) this.#made = { pace, plan };
    return plan;
  }

  /** Where the wanted place is in a plan's music: what happened there is looked for in another plan. */
  #placeIn(plan: Plan): Seconds {
    if (!this.#wanted) return 0;
    const { plan: of, at } = this.#wanted;
    return of === plan ? at : positionAt(plan, happenedAt(of, at));
  }

  async #standAt(plan: Plan, slot: number, sought: number): Promise<void> {
    const { first, events } = await this.#leadUpTo(slot);
    const state = await this.#recording.stateAt(first);
    const concert = this.#concert;
    if (sought !== this.#sought || !concert) return;
    this.plan = plan;
    concert.links = plan.links ?? null;
    concert.restart(first, state);
    this.#enter(concert, events);
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
      if (signal.aborted || sought !== this.#sought) return;
      this.#enter(concert, events);
      this.#readUntil = concert.clock.limit = to;
    }
  }

  /** What a journal says was passed over is passed over again, for the same reason. */
  #enter(concert: Concert, events: readonly RecordedEvent[]): void {
    concert.enter(this.#taken(events.filter(({ passed }) => passed === undefined)));
    for (const event of events)
      if (event.passed !== undefined) concert.pass(this.#taken([event]), event.passed);
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
