import type { AwsEvent } from '../event/aws-event';
import type { Note, Seconds } from './note';
import type { Disposition, Score, ScoreEvent } from './score';

export interface ScoreRecorderOptions {
  readonly seed: number;
  readonly mapping: { readonly name: string; readonly sha256: string };
  /** How many events, and how many notes, are kept; the oldest are forgotten first. All, unless told. */
  readonly capacity?: number;
}

/** An event on its way to its disposition. */
interface Heard {
  readonly event: Omit<ScoreEvent, 'disposition' | 'reason' | 'body'>;
  readonly body: number | undefined;
  disposition: Disposition | null;
  reason: string | undefined;
}

/** Keeps the books of a piece while it is made: each event with its one disposition, and each note. */
export class ScoreRecorder {
  readonly #options: ScoreRecorderOptions;
  readonly #capacity: number;
  readonly #heard = new Set<Heard>();
  readonly #byId = new Map<string, Heard>();
  readonly #unreadable: { index: number; reason: string }[] = [];
  #notes: Note[] = [];
  #end: Seconds = 0;

  constructor(options: ScoreRecorderOptions) {
    this.#options = options;
    this.#capacity = options.capacity ?? Infinity;
  }

  /** Takes in an event that will be composed, with the id of its rule and the body that it came from. */
  add(event: AwsEvent, rule: string | null, body?: number): void {
    this.#byId.set(event.id, this.#keep(event, rule, body));
  }

  /** Takes in an event whose id was heard before. */
  duplicate(event: AwsEvent, rule: string | null = null, body?: number): void {
    const heard = this.#keep(event, rule, body);
    heard.disposition = 'duplicate';
    heard.reason = 'an event with this id was heard before';
  }

  /** Takes in a body, or a part of one, that held no event. Bodies without an index are counted from 0. */
  unreadable(reason: string, index = this.#unreadable.length): void {
    this.#unreadable.push({ index, reason });
    if (this.#unreadable.length > this.#capacity) this.#unreadable.shift();
  }

  /** Writes down what became of an event; the first word counts. Unknown ids are passed over. */
  settle(id: string, disposition: Disposition, reason?: string): void {
    const heard = this.#byId.get(id);
    if (!heard || heard.disposition !== null) return;
    heard.disposition = disposition;
    heard.reason = reason;
  }

  /** Writes down a note. */
  sound(note: Note): void {
    this.#notes.push(note);
    this.#end = Math.max(this.#end, note.time + note.duration);
    if (this.#notes.length >= 2 * this.#capacity) this.#notes = this.#notes.slice(-this.#capacity);
  }

  /** The Score so far. Events that still wait for their disposition are left out until they have it. */
  score(): Score {
    const { seed, mapping } = this.#options;
    return {
      version: 1,
      seed,
      mapping: { name: mapping.name, sha256: mapping.sha256 },
      duration: Math.round(this.#end * 1e6) / 1e6,
      events: [...this.#heard].flatMap(written),
      notes: this.#notes.slice(Math.max(0, this.#notes.length - this.#capacity)),
      unreadable: [...this.#unreadable],
    };
  }

  #keep(event: AwsEvent, rule: string | null, body: number | undefined): Heard {
    const { id, time, source, detailType, outcome } = event;
    const iso = new Date(time).toISOString();
    const heard: Heard = {
      event: { id, time: iso, source, detailType, outcome, rule },
      body,
      disposition: null,
      reason: undefined,
    };
    this.#heard.add(heard);
    if (this.#heard.size > this.#capacity) this.#forgetOldest();
    return heard;
  }

  #forgetOldest(): void {
    for (const oldest of this.#heard) {
      this.#heard.delete(oldest);
      if (this.#byId.get(oldest.event.id) === oldest) this.#byId.delete(oldest.event.id);
      return;
    }
  }
}

function written({ event, body, disposition, reason }: Heard): ScoreEvent[] {
  if (disposition === null) return [];
  return [
    {
      ...event,
      disposition,
      ...(reason === undefined ? {} : { reason }),
      ...(body === undefined ? {} : { body }),
    },
  ];
}
