import type { ComposerState } from '$lib/core/compose/composer-state';
import type { Cue } from '$lib/core/mapping/cue';
import type { Pace, Plan, RecordedEvent, Recording, RecordingFacts } from '../recording';
import { Checkpoints } from './checkpoints';
import { endOfMusic } from './end-of-music';
import { OutrunError } from './errors';
import type { EventIntake } from './event-intake';
import type { OrderedEvents } from './event-table';
import { firstRow } from './first-row';
import { type HeardOrder, heardOrder } from './heard-order';
import { eventOf } from './kept-event';
import { overviewOf } from './overview';
import type { SilentScore } from './silent-play';
import type { Place, Spool } from './spool';

/** What was made of the latest plan. */
interface Course extends HeardOrder {
  readonly checkpoints: Checkpoints;
}

/** A recording that has been read: its events' texts lie in spools, where and when they are heard in columns. */
export class ReadRecording implements Recording {
  readonly facts: RecordingFacts;
  readonly #events: OrderedEvents;
  readonly #intake: EventIntake;
  readonly #paths: readonly string[];
  readonly #seed: number;
  #course: Course | null = null;
  /** End the work on an answer that is not wanted any more. */
  #planning = new AbortController();
  #seeking = new AbortController();

  /** @param paths the files' paths, by their numbers */
  constructor(intake: EventIntake, paths: readonly string[], seed: number) {
    intake.events.seal();
    intake.cues.seal();
    this.#intake = intake;
    this.#paths = paths;
    this.#events = intake.ordered();
    this.#seed = intake.isOneJournal && intake.seed !== null ? intake.seed : seed;
    this.facts = factsOf(intake, this.#events, paths, this.#seed);
  }

  async plan(pace: Pace): Promise<Plan> {
    this.#outrunAll();
    this.#planning = new AbortController();
    const { signal } = this.#planning;
    const order = heardOrder(this.#events, this.#intake.links, pace);
    const score = this.#scoreOf(order);
    const isMuted = (row: number) => this.#events.cueBytes[row] === 0;
    const slots = await endOfMusic(score, isMuted, this.#seed, signal);
    this.#course = { ...order, checkpoints: new Checkpoints(score, this.#seed, slots) };
    return {
      pace,
      speed: order.speed,
      slots,
      anchors: order.anchors,
      overview: overviewOf(order.slots, this.#events.bad, slots),
      links: order.links,
    };
  }

  async read(from: number, to: number): Promise<readonly RecordedEvent[]> {
    const { slots } = this.#planned();
    const first = firstRow(slots, from);
    const rows = rowsBetween(first, Math.max(first, firstRow(slots, to)));
    const { eventAt, eventBytes, files, lines } = this.#events;
    const texts = await this.#intake.events.read(rows.map(placeIn(eventAt, eventBytes)));
    return rows.map((row, at) => ({
      ...eventOf(texts[at] ?? ''),
      slot: slots[row] ?? 0,
      file: this.#paths[files[row] ?? 0] ?? '',
      line: lines[row] ?? 0,
      characters: texts[at]?.length ?? 0,
    }));
  }

  async stateAt(slot: number): Promise<ComposerState> {
    const { checkpoints } = this.#planned();
    this.#seeking.abort(new OutrunError());
    this.#seeking = new AbortController();
    return checkpoints.stateAt(slot, this.#seeking.signal);
  }

  close(): void {
    this.#outrunAll();
  }

  #outrunAll(): void {
    this.#planning.abort(new OutrunError());
    this.#seeking.abort(new OutrunError());
  }

  #planned(): Course {
    if (this.#course === null) throw new RangeError('A recording is read once it has a plan.');
    return this.#course;
  }

  #scoreOf({ slots, links }: HeardOrder): SilentScore {
    return { slots, links, cues: (from, to) => this.#cues(this.#intake.cues, from, to) };
  }

  async #cues(spool: Spool, from: number, to: number): Promise<(Cue | null)[]> {
    const { cueAt, cueBytes } = this.#events;
    const texts = await spool.read(rowsBetween(from, to).map(placeIn(cueAt, cueBytes)));
    return texts.map((text) => (text === '' ? null : (JSON.parse(text) as Cue)));
  }
}

function factsOf(
  intake: EventIntake,
  events: OrderedEvents,
  paths: readonly string[],
  seed: number,
): RecordingFacts {
  const [only = ''] = paths;
  return {
    title: paths.length === 1 ? (only.split('/').at(-1) ?? only) : `${String(paths.length)} files`,
    files: paths.length,
    events: events.length,
    from: events.times[0] ?? 0,
    to: events.times[events.length - 1] ?? 0,
    duplicates: events.duplicates + intake.heardTwice,
    unreadable: { count: intake.unreadable, lines: intake.lines },
    seed,
    isJournal: intake.isOneJournal,
  };
}

function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function placeIn(at: Float64Array, bytes: Uint32Array): (row: number) => Place {
  return (row) => ({ at: at[row] ?? 0, bytes: bytes[row] ?? 0 });
}
