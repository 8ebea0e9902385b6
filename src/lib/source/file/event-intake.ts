import { SLOT_SECONDS } from '$lib/core/compose/slot';
import type { AwsEvent, EpochMs } from '$lib/core/event/aws-event';
import type { FilePart } from '$lib/core/event/file/file-part';
import { type PartReading, readPart } from '$lib/core/event/file/read-part';
import { cueOf } from '$lib/core/mapping/cue-of';
import { type Mapping, matchRule, mutedBecause } from '$lib/core/mapping/mapping';
import type { LinkChange } from '$lib/core/score/journal';
import type { UnreadableLine } from '../recording';
import { EventTable, type OrderedEvents } from './event-table';
import { keptEvent } from './kept-event';
import { type Place, Spool } from './spool';

const MAX_LINES = 500;
const SLOT_MS = SLOT_SECONDS * 1_000;
const MUTED: Place = { at: 0, bytes: 0 };

/** Takes the parts of files in, one after another, and keeps what is in them where it takes little memory. */
export class EventIntake {
  readonly table = new EventTable();
  readonly events = new Spool();
  readonly cues = new Spool();
  readonly lines: UnreadableLine[] = [];
  readonly links: LinkChange[] = [];
  readonly #mapping: Mapping;
  /** The ids that journals held: their slots are told of new events alone. */
  readonly #heard = new Set<string>();
  /** How many lines and files could not be read. */
  unreadable = 0;
  /** Events that a journal held twice. */
  heardTwice = 0;
  journals = 0;
  seed: number | null = null;
  #path = '';
  #file = -1;
  #latest: EpochMs = 0;
  /** When the journal's slot 0 was; null until its first body. */
  #slotZeroAt: EpochMs | null = null;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** What is taken in from now on lies in this file. */
  begin(path: string): void {
    this.#path = path;
    this.#file += 1;
    this.#slotZeroAt = null;
  }

  take(part: FilePart): void {
    if (part.kind === 'seed') {
      this.seed = part.seed;
      return;
    }
    const reading = readPart(part, this.#latest);
    for (const { reason, head } of reading.unreadable) this.refuse(part.line, reason, head);
    if (reading.link) this.links.push(reading.link);
    if (reading.heard) this.#takeHeard(reading, reading.heard, part.line);
    else
      for (const event of reading.events) {
        this.#add(event, event.time, part.line, null);
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
    { receivedAt, slots }: NonNullable<PartReading['heard']>,
    line: number,
  ): void {
    if (this.#slotZeroAt === null) {
      this.#slotZeroAt = receivedAt - (slots[0] ?? 0) * SLOT_MS;
      this.journals += 1;
    }
    let next = 0;
    for (const event of events) {
      if (this.#heard.has(event.id)) {
        this.heardTwice += 1;
        continue;
      }
      this.#heard.add(event.id);
      const slot = slots[next++] ?? 0;
      this.#add(event, this.#slotZeroAt + slot * SLOT_MS, line, slot);
    }
  }

  #add(event: AwsEvent, time: EpochMs, line: number, slot: number | null): void {
    const rule = matchRule(this.#mapping, event)?.rule ?? null;
    const cue = cueOf(event, rule);
    const isMuted = mutedBecause(this.#mapping, rule) !== null;
    this.table.add({
      id: event.id,
      time,
      event: this.events.append(keptEvent(event)),
      cue: isMuted ? MUTED : this.cues.append(JSON.stringify(cue)),
      file: this.#file,
      line,
      isBad: cue.news === 'bad',
      slot,
    });
  }
}
