import { SLOT_SECONDS } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { FilePart } from '$lib/core/event/file/file-part';
import { type PartReading, readPart } from '$lib/core/event/file/read-part';
import { cueOf } from '$lib/core/mapping/cue-of';
import { type Mapping, matchRule, mutedBecause } from '$lib/core/mapping/mapping';
import type { LinkChange } from '$lib/core/score/journal';
import type { UnreadableLine } from '../recording';
import { EventTable, type OrderedEvents } from './event-table';
import { type KeptEvent, keptEvent } from './kept-event';
import { type Place, Spool } from './spool';

const MAX_LINES = 500;
const SLOT_MS = SLOT_SECONDS * 1_000;
const UNHEARD: Place = { at: 0, bytes: 0 };

/** A journal that is being taken in. */
interface OpenJournal {
  /** The ids that were new in its bodies until now: it tells the slots of new events alone. */
  readonly ids: Set<string>;
  /** When its slot 0 was; null until its first new event. */
  slotZeroAt: EpochMs | null;
}

/** Takes the parts of files in, one after another, and keeps what is in them where it takes little memory. */
export class EventIntake {
  readonly table = new EventTable();
  readonly events = new Spool();
  readonly cues = new Spool();
  readonly lines: UnreadableLine[] = [];
  readonly links: LinkChange[] = [];
  readonly #mapping: Mapping;
  /** How many lines and files could not be read. */
  unreadable = 0;
  /** Events that a journal held twice, or that were heard before it began. */
  heardTwice = 0;
  journals = 0;
  seed: number | null = null;
  #path = '';
  #file = -1;
  #latest: EpochMs = 0;
  #journal: OpenJournal | null = null;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** What is taken in from now on lies in this file. */
  begin(path: string): void {
    this.#path = path;
    this.#file += 1;
    this.#journal = null;
  }

  take(part: FilePart): void {
    if (part.kind === 'seed') {
      this.seed = part.seed;
      this.#journal = null;
      return;
    }
    const reading = readPart(part, this.#latest);
    for (const { reason, head } of reading.unreadable) this.refuse(part.line, reason, head);
    if (reading.link) this.links.push(reading.link);
    if (reading.heard) this.#takeHeard(reading, reading.heard, part.line);
    else
      for (const event of reading.events) {
        this.#add({ event }, event.time, part.line, null);
        this.#latest = Math.max(this.#latest, event.time);
      }
  }

  /** Whether all of it is what one journal told. */
  get isOneJournal(): boolean {
    return this.journals === 1 && this.table.areAllInSlots;
  }

  /** What was taken in, in order; slots of their own have only the events of a single journal. */
  ordered(): OrderedEvents {
    const events = this.table.ordered();
    return this.isOneJournal ? events : { ...events, ownSlots: null };
  }

  /** Resolves when what was taken in is packed away. */
  async settled(): Promise<void> {
    await Promise.all([this.events.settled(), this.cues.settled()]);
  }

  /** Lists what cannot be read; `line` is null for the file as a whole. */
  refuse(line: number | null, reason: string, head: string): void {
    this.unreadable += 1;
    if (this.lines.length < MAX_LINES) this.lines.push({ file: this.#path, line, reason, head });
  }

  /** A journal's events lie on the clock of the listening: where they were heard, whenever they happened. */
  #takeHeard(
    { events }: PartReading,
    { receivedAt, slots, ids, passed }: NonNullable<PartReading['heard']>,
    line: number,
  ): void {
    const journal = (this.#journal ??= this.#openJournal());
    const fresh = ids && new Set(ids);
    let next = 0;
    for (const event of events) {
      if (journal.ids.has(event.id) || fresh?.has(event.id) === false) {
        this.heardTwice += 1;
        continue;
      }
      journal.ids.add(event.id);
      const slot = slots[next++] ?? 0;
      journal.slotZeroAt ??= receivedAt - slot * SLOT_MS;
      const kept = { event, ...(passed !== undefined && { passed }) };
      this.#add(kept, journal.slotZeroAt + slot * SLOT_MS, line, slot);
    }
  }

  #openJournal(): OpenJournal {
    this.journals += 1;
    return { ids: new Set(), slotZeroAt: null };
  }

  #add(kept: KeptEvent, time: EpochMs, line: number, slot: number | null): void {
    const { event, passed } = kept;
    const rule = matchRule(this.#mapping, event)?.rule ?? null;
    const cue = cueOf(event, rule);
    const isHeard = passed === undefined && mutedBecause(this.#mapping, rule) === null;
    this.table.add({
      id: event.id,
      time,
      event: this.events.append(keptEvent(kept)),
      cue: isHeard ? this.cues.append(JSON.stringify(cue)) : UNHEARD,
      file: this.#file,
      line,
      isBad: cue.news === 'bad',
      slot,
    });
  }
}
