import type { OutputOrSilence } from '$lib/audio/output-or-silence';
import { describe, initialState } from '$lib/core/compose/composer';
import { type Link, SLOTS_PER_BAR, slotTime } from '$lib/core/compose/slot';
import { RecentIds } from '$lib/core/event/duplicates';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Family } from '$lib/core/event/family';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Seconds } from '$lib/core/score/note';
import type { Score } from '$lib/core/score/score';
import type { Mark } from '$lib/core/timeline/mark';
import { createMarkRing } from '$lib/core/timeline/mark-ring';
import type { Batch, EventSource, LinkReport, SourceListener } from '$lib/source/event-source';
import type { Journal } from '$lib/store/journal';
import type { Settings } from '$lib/store/settings';
import { Books } from './books';
import { failureOf } from './failure';
import { HarmonyTrack } from './harmony-track';
import { inspectionOf } from './inspection';
import { Intake } from './intake';
import { LaneBoard } from './lane-board';
import { LinkMonitor } from './link-monitor';
import { linkOf } from './link-of';
import type { Inspection, Listening, Sound, UnreadableEntry } from './listening';
import { MoodHistory } from './mood-history';
import { Performance } from './performance';
import { SlotClock } from './slot-clock';
import { UnknownTrack } from './unknown-track';

/** Slots are composed this long before they sound: four ticks of the audio clock. */
const LOOKAHEAD_SECONDS: Seconds = 0.1;
/** The page's readouts follow at this pace. */
const REFRESH_SECONDS: Seconds = 0.25;
/** Ids by which a redelivered event is known. */
const IDS_KEPT = 20_000;
const MARKS_KEPT = 20_000;

export interface SessionParts {
  readonly title: string;
  readonly source: EventSource;
  readonly output: OutputOrSilence;
  readonly mapping: Mapping;
  /** null where nothing is to be kept, as for a demo. */
  readonly journal: Pick<Journal, 'append' | 'close' | 'persistent'> | null;
  readonly settings: Pick<Settings, 'volume' | 'muted'>;
  /** Keeps a choice for the next visit. */
  readonly keep: (change: Partial<Settings>) => void;
  readonly seed: number;
  /** The wall clock; passed in, so that tests can turn it. */
  readonly wallNow: () => EpochMs;
}

/** One listening session: the only place where source, clock, composer and outputs meet. */
export class ListeningSession implements Listening {
  readonly title: string;
  readonly marks = createMarkRing(MARKS_KEPT);

  sound: Sound = $state('asleep');
  failure: Listening['failure'] = $state.raw(null);
  keeping: Listening['keeping'] = $state('kept');
  startedAt: EpochMs | null = $state(null);
  account: string | null = $state(null);
  volume = $state(0);
  soundOff = $state(false);
  quietMode = $state(false);
  lagSeconds: number | null = $state(null);
  link = $state.raw() as Listening['link'];
  counts = $state.raw() as Listening['counts'];
  mood = $state.raw() as Listening['mood'];
  harmony = $state.raw() as Listening['harmony'];
  lanes: Listening['lanes'] = $state.raw([]);
  moodHistory: Listening['moodHistory'] = $state.raw([]);
  unreadable: readonly UnreadableEntry[] = $state.raw([]);
  readonly soundIn = 'this-tab';
  readonly isSkipping = false;
  readonly player = null;

  #parts: SessionParts;
  #board = new LaneBoard();
  #harmonyTrack = new HarmonyTrack();
  #unknownTrack = new UnknownTrack();
  #moods = new MoodHistory();
  #books: Books;
  #intake: Intake;
  readonly #monitor: LinkMonitor;
  #clock: SlotClock;
  #performance: Performance;
  #link: Link = 'up';
  #refreshedAt: Seconds = 0;
  /** The stretch of listening that is under way, from play to pause. */
  #run: AbortController | null = null;

  constructor(parts: SessionParts) {
    const { mapping, seed, source, output, wallNow } = parts;
    this.#parts = parts;
    this.title = parts.title;
    this.volume = parts.settings.volume;
    this.soundOff = parts.settings.muted;
    output.setVolume(this.volume);
    output.setMuted(this.soundOff);
    this.#intake = new Intake(mapping, new RecentIds(IDS_KEPT));
    this.#monitor = new LinkMonitor(source.kind, wallNow());
    this.#books = new Books(mapping, seed);
    const clock = (this.#clock = new SlotClock(output.now(), wallNow()));
    const [books, lanes, marks] = [this.#books, this.#board, this.marks];
    this.#performance = new Performance(
      { clock, output, books, lanes, marks, wallNow },
      initialState(seed),
    );
    this.#refresh(0);
  }

  get harmonySpans(): Listening['harmonySpans'] {
    return this.#harmonyTrack.spans;
  }

  get annotations(): Listening['annotations'] {
    return this.#performance.annotations.annotations;
  }

  get unknownSpans(): Listening['unknownSpans'] {
    return this.#unknownTrack.spans;
  }

  now(): Seconds {
    const { output } = this.#parts;
    return this.#clock.scoreAt(output.now() - output.latencySeconds);
  }

  wallAt(at: Seconds): EpochMs {
    return this.#clock.wallAt(at);
  }

  async play(): Promise<void> {
    if (this.#run) return;
    const run = (this.#run = new AbortController());
    this.failure = null;
    this.sound = 'starting';
    try {
      await this.#parts.output.start();
      if (!run.signal.aborted) await this.#listen(run.signal);
    } catch (error) {
      if (this.#run === run) await this.#fail(error);
    }
  }

  async pause(): Promise<void> {
    if (!this.#run) return;
    this.#run.abort();
    this.#run = null;
    this.sound = this.startedAt === null ? 'asleep' : 'paused';
    this.#refresh(this.now());
    await this.#parts.output.suspend();
  }

  /** Pauses for good and frees the sound and the journal. */
  async end(): Promise<void> {
    await this.pause();
    this.#parts.journal?.close();
    await this.#parts.output.close();
  }

  setVolume(volume: number): void {
    this.volume = volume;
    this.#parts.output.setVolume(volume);
    this.#parts.keep({ volume });
  }

  setSoundOff(off: boolean): void {
    this.soundOff = off;
    this.#parts.output.setMuted(off);
    this.#parts.keep({ muted: off });
  }

  setQuietMode(on: boolean): void {
    this.quietMode = on;
    this.#performance.quietMode = on;
  }

  setLaneMuted(lane: Family, muted: boolean): void {
    this.#board.setMuted(lane, muted);
    this.#refreshLanes();
  }

  setLaneSoloed(lane: Family, soloed: boolean): void {
    this.#board.setSoloed(lane, soloed);
    this.#refreshLanes();
  }

  inspect(eventId: string): Inspection | null {
    const entry = this.#books.ledger.get(eventId);
    if (!entry) return null;
    return inspectionOf(entry, this.wallAt(entry.soundsAt ?? slotTime(entry.slot)));
  }

  hear(mark: Mark): void {
    const { output } = this.#parts;
    const notes = this.#books.ledger.get(mark.events[0] ?? '')?.notes ?? [];
    for (const note of notes)
      output.play(note, output.now() + LOOKAHEAD_SECONDS + note.time - mark.at);
  }

  tryNow(): void {
    this.#parts.source.tryNow?.();
  }

  playHere(): void {}

  skipToNow(): void {}

  score(): Score {
    return this.#books.score();
  }

  /** Listens until the signal aborts. Rejects for a defect, ours or the browser's. */
  async #listen(signal: AbortSignal): Promise<void> {
    const { output, source, wallNow } = this.#parts;
    if (this.startedAt === null) this.#begin(wallNow());
    const endings = [
      output.onTick((audio) => this.#tick(audio)),
      output.onInterrupted(() => void this.pause()),
    ];
    signal.addEventListener('abort', () => endings.forEach((end) => end()));
    this.#monitor.restart(wallNow());
    this.sound = output.silenced ? 'unsupported' : 'playing';
    const listener: SourceListener = {
      take: (batch) => this.#take(batch),
      report: (report) => this.#report(report),
    };
    await source.run(listener, signal);
  }

  async #fail(error: unknown): Promise<void> {
    const { message, resolution } = failureOf(error);
    this.failure = { message, resolution };
    // The sound may be what failed; then there is nothing to suspend.
    await this.pause().catch(() => undefined);
  }

  #begin(wall: EpochMs): void {
    this.startedAt = wall;
    this.#clock.begin(this.#parts.output.now() + LOOKAHEAD_SECONDS, wall);
  }

  async #take(batch: Batch): Promise<void> {
    const taken = this.#intake.take(batch, this.#clock.next);
    for (const entry of this.#books.receive(taken)) this.#performance.inbox.put(entry.slot, entry);
    const newest = taken.entries.at(-1);
    if (newest) {
      this.account = newest.event.account;
      this.#monitor.heardEvent(batch.receivedAt, newest.title);
    }
    await this.#parts.journal?.append(
      taken.bodies.map(({ body, slots }) => ({ ...body, slots, receivedAt: batch.receivedAt })),
    );
  }

  #report(report: LinkReport): void {
    this.#monitor.hear(report);
    if (report.kind === 'miss') this.#refresh(this.now());
  }

  #tick(audio: Seconds): void {
    for (const slot of this.#clock.due(audio, LOOKAHEAD_SECONDS, this.#parts.wallNow())) {
      this.#performance.playSlot(slot, this.#link);
      if (slot % SLOTS_PER_BAR === 0) this.#followBar(slotTime(slot));
    }
    if (Math.abs(audio - this.#refreshedAt) < REFRESH_SECONDS) return;
    this.#refreshedAt = audio;
    this.#refresh(this.now());
  }

  #followBar(at: Seconds): void {
    const { tonic, mode, word, happiness } = describe(this.#performance.state);
    this.#harmonyTrack.follow(at, { tonic, mode, word });
    this.#moods.add(at, happiness);
  }

  #refresh(at: Seconds): void {
    const { word, reason, happiness, tonic, mode, bar, beat } = describe(this.#performance.state);
    this.link = this.#monitor.status(this.#parts.wallNow());
    this.#link = linkOf(this.link.connection);
    this.#unknownTrack.follow(at, this.#link === 'down');
    this.counts = this.#books.counts;
    this.mood = { word, reason, happiness };
    this.harmony = { tonic, mode, bar, beat };
    this.moodHistory = this.#moods.samples;
    this.unreadable = this.#books.unreadable;
    this.lagSeconds = this.#performance.lagSeconds;
    this.keeping = this.#parts.journal?.persistent === false ? 'memory-only' : 'kept';
    this.#refreshLanes();
  }

  #refreshLanes(): void {
    this.lanes = this.#board.states(Math.floor(Math.max(0, this.now())));
  }
}
