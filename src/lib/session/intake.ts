import type { AwsEvent } from '$lib/core/event/aws-event';
import { RecentIds } from '$lib/core/event/duplicates';
import { readBody } from '$lib/core/event/read-body';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Batch, Body } from '$lib/source/event-source';
import { entryOf } from './entry-of';
import type { Entry } from './ledger';
import type { UnreadableEntry } from './listening';
import { phrase } from './phrasing';

/** What came of one batch. Together the three lists account for everything in it. */
export interface TakenBatch {
  /** New events, each with the slot it will be heard in. */
  readonly entries: readonly Entry[];
  readonly duplicates: readonly AwsEvent[];
  readonly unreadable: readonly UnreadableEntry[];
  /** For each body its new events, with their slots; what the journal keeps. */
  readonly bodies: readonly {
    readonly body: Body;
    readonly slots: readonly number[];
    readonly ids: readonly string[];
  }[];
}

const REFUSED_KEPT = 20_000;

/** A new event, the body it came in, and its share of that body's text. */
interface Fresh {
  readonly event: AwsEvent;
  readonly body: Body;
  readonly characters: number;
}

/** Reads and matches one batch of bodies, and gives every new event its slot. */
export class Intake {
  #mapping: Mapping;
  #recent: RecentIds;
  /** The messages that could not be read: one that comes again is not listed again. */
  readonly #refused = new RecentIds(REFUSED_KEPT);

  /** @param recent the ids already heard; new ones are added to it */
  constructor(mapping: Mapping, recent: RecentIds) {
    this.#mapping = mapping;
    this.#recent = recent;
  }

  /** @param firstSlot the first slot that is not composed yet */
  take(batch: Batch, firstSlot: number): TakenBatch {
    const duplicates: AwsEvent[] = [];
    const unreadable: UnreadableEntry[] = [];
    const fresh: Fresh[] = [];
    for (const body of batch.bodies) {
      const reading = readBody(body.text, batch.receivedAt);
      const isNew = reading.unreadable.length === 0 || this.#refused.add(body.messageId);
      for (const { reason, head } of isNew ? reading.unreadable : [])
        unreadable.push({ at: batch.receivedAt, reason, head });
      for (const event of reading.events)
        if (this.#recent.add(event.id))
          fresh.push({ event, body, characters: body.text.length / reading.events.length });
        else duplicates.push(event);
    }
    const offsets = phrase(fresh.map(({ event }) => event));
    const entries = fresh.map(({ event, body: { sentAt }, characters }, index) => {
      const slot = firstSlot + (offsets[index] ?? 0);
      const { receivedAt } = batch;
      return entryOf(this.#mapping, event, { sentAt, receivedAt, characters, slot });
    });
    const bodies = batch.bodies.map((body) => {
      const own = entries.filter((_, index) => fresh[index]?.body === body);
      return { body, slots: own.map(({ slot }) => slot), ids: own.map(({ event }) => event.id) };
    });
    return { entries, duplicates, unreadable, bodies };
  }
}
