import type { OutputOrSilence } from '$lib/audio/output-or-silence';
import { describe } from '$lib/core/compose/composer';
import { type Link, slotTime } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Family } from '$lib/core/event/family';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { ScoreJournal } from '$lib/core/score/journal';
import type { Seconds } from '$lib/core/score/note';
import type { Score } from '$lib/core/score/score';
import type { Mark } from '$lib/core/timeline/mark';
import type { SoundPlace } from '$lib/source/tabs/sound-place';
import type { Settings } from '$lib/store/settings';
import { countsOf } from './tally';
import { Concert, LOOKAHEAD_SECONDS } from './concert';
import { failureOf } from './failure';
import type { Feed } from './feed';
import { inspectionOf } from './inspection';
import { linkOf } from './link-of';
import type { Inspection, Listening, Sound, UnreadableEntry } from './listening';

/** The page's readouts follow at this pace. */
const REFRESH_SECONDS: Seconds = 0.25;

export interface SessionParts {
  readonly title: string;
  readonly feed: Feed;
  readonly output: OutputOrSilence;
  readonly mapping: Mapping;
  /** Decides which of several tabs sounds; null where each does. */
  readonly soundPlace?: SoundPlace | null;
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
  isSkipping = $state(false);
  soundIn: Listening['soundIn'] = $state('this-tab');
  hasEnded = $state(false);
  forgotten = $state(0);
  canSaveJournal = $state(false);
  shared: Listening['shared'] = $state.raw(null);

  readonly #parts: SessionParts;
  readonly #concert: Concert;
  #link: Link = 'up';
  #refreshedAt: Seconds = 0;
  /** The stretch of listening that is under way, from play to pause. */
  #run: AbortController | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.title = parts.title;
    this.volume = parts.settings.volume;
    this.soundOff = parts.settings.muted;
    parts.output.setVolume(this.volume);
    parts.soundPlace?.onChange(() => this.#placeSound());
    this.#placeSound();
    this.#concert = new Concert(parts);
    parts.feed.join(this.#concert, () => this.#refresh(this.now()));
    this.#refresh(0);
  }

  get marks(): Listening['marks'] {
    return this.#concert.marks;
  }

  get harmonySpans(): Listening['harmonySpans'] {
    return this.#concert.harmony.spans;
  }

  get annotations(): Listening['annotations'] {
    return this.#concert.performance.annotations.annotations;
  }

  get unknownSpans(): Listening['unknownSpans'] {
    return this.#concert.unknown.spans;
  }

  get player(): Listening['player'] {
    return this.#parts.feed.player;
  }

  now(): Seconds {
    const { output } = this.#parts;
    return this.#concert.clock.scoreAt(output.now() - output.latencySeconds);
  }

  wallAt(at: Seconds): EpochMs {
    const { feed } = this.#parts;
    return feed.wallAt ? feed.wallAt(at) : this.#concert.clock.wallAt(at);
  }

  async play(): Promise<void> {
    if (this.#run) return;
    const run = (this.#run = new AbortController());
    this.failure = null;
    this.sound = 'starting';
    try {
      const { output, soundPlace } = this.#parts;
      await Promise.all([output.start(), soundPlace?.join()]);
      if (!run.signal.aborted) await this.#listen(run.signal);
      if (this.#run === run) await this.pause();
      // Paused while it was starting, the sound has started all the same.
      else if (!this.#run) await output.suspend();
    } catch (error) {
      if (this.#run === run) await this.#fail(error);
    }
  }

  async pause(): Promise<void> {
    if (!this.#run) return;
    this.#run.abort();
    this.#run = null;
    this.#parts.soundPlace?.release();
    this.sound = this.startedAt === null ? 'asleep' : 'paused';
    this.#refresh(this.now());
    await this.#parts.output.suspend();
  }

  /** Pauses for good and frees the sound and the journal. */
  async end(): Promise<void> {
    this.hasEnded = true;
    await this.pause();
    this.#parts.feed.close();
    await this.#parts.output.close();
  }

  setVolume(volume: number): void {
    this.volume = volume;
    this.#parts.output.setVolume(volume);
    this.#parts.keep({ volume });
  }

  setSoundOff(off: boolean): void {
    this.soundOff = off;
    this.#placeSound();
    this.#parts.keep({ muted: off });
  }

  setQuietMode(on: boolean): void {
    this.quietMode = on;
    this.#concert.performance.quietMode = on;
  }

  setLaneMuted(lane: Family, muted: boolean): void {
    this.#concert.lanes.setMuted(lane, muted);
    this.#refreshLanes();
  }

  setLaneSoloed(lane: Family, soloed: boolean): void {
    this.#concert.lanes.setSoloed(lane, soloed);
    this.#refreshLanes();
  }

  inspect(eventId: string): Inspection | null {
    const entry = this.#concert.books.ledger.get(eventId);
    if (!entry) return null;
    return inspectionOf(entry, this.wallAt(entry.soundsAt ?? slotTime(entry.slot)));
  }

  hear(mark: Mark): void {
    const { output } = this.#parts;
    const notes = this.#concert.books.ledger.get(mark.events[0] ?? '')?.notes ?? [];
    for (const note of notes)
      output.play(note, output.now() + LOOKAHEAD_SECONDS + note.time - mark.at);
  }

  tryNow(): void {
    this.#parts.feed.tryNow();
  }

  playHere(): void {
    void this.#parts.soundPlace?.takeHere();
  }

  skipToNow(): void {
    this.#parts.feed.skipToNow();
    this.#refresh(this.now());
  }

  score(): Score {
    return this.#concert.books.score();
  }

  async saveableJournal(): Promise<ScoreJournal> {
    const { journal } = this.#parts.feed;
    if (!journal) throw new Error('what is heard here is not kept');
    return journal();
  }

  /** Listens until the signal aborts or nothing is left to hear. Rejects for a defect, ours or the browser's. */
  async #listen(signal: AbortSignal): Promise<void> {
    const { output, feed, wallNow } = this.#parts;
    if (this.startedAt === null) {
      this.startedAt = wallNow();
      this.#concert.begin();
    }
    const endings = [
      output.onTick((audio) => this.#tick(audio)),
      output.onInterrupted(() => void this.pause()),
    ];
    signal.addEventListener('abort', () => endings.forEach((end) => end()));
    this.sound = output.silenced ? 'unsupported' : 'playing';
    await feed.run(signal);
  }

  async #fail(error: unknown): Promise<void> {
    const { message, resolution } = failureOf(error);
    this.failure = { message, resolution };
    // The sound may be what failed; then there is nothing to suspend.
    await this.pause().catch(() => undefined);
  }

  #tick(audio: Seconds): void {
    this.#concert.tick(audio, this.#link);
    if (Math.abs(audio - this.#refreshedAt) < REFRESH_SECONDS) return;
    this.#refreshedAt = audio;
    const at = this.now();
    this.#parts.feed.follow?.(at);
    this.#refresh(at);
  }

  #refresh(at: Seconds): void {
    const { feed, wallNow } = this.#parts;
    const { performance, books, unknown, moods } = this.#concert;
    const { word, reason, happiness, tonic, mode, bar, beat } = describe(performance.state);
    this.link = feed.status(wallNow());
    this.#hearLink(linkOf(this.link.connection));
    unknown.follow(at, this.#link === 'down');
    this.counts = countsOf(books.counts, feed.player);
    this.canSaveJournal = feed.journal !== null;
    this.mood = { word, reason, happiness };
    this.harmony = { tonic, mode, bar, beat };
    this.moodHistory = moods.samples;
    this.unreadable = books.unreadable;
    this.lagSeconds = feed.player ? null : performance.lagSeconds;
    this.account = feed.account;
    this.keeping = feed.keeping;
    this.isSkipping = feed.isSkipping;
    this.forgotten = feed.forgotten;
    this.shared = feed.shared ?? null;
    this.#refreshLanes();
  }

  #hearLink(link: Link): void {
    if (link === this.#link) return;
    this.#link = link;
    this.#parts.feed.linkChanged?.(this.#concert.clock.next, link);
  }

  /** Sound comes from one tab, and from there only while the listener wants it. */
  #placeSound(): void {
    const { output, soundPlace } = this.#parts;
    this.soundIn = soundPlace?.here === false ? 'another-tab' : 'this-tab';
    output.setMuted(this.soundOff || this.soundIn === 'another-tab');
  }

  #refreshLanes(): void {
    this.lanes = this.#concert.lanes.states(Math.floor(Math.max(0, this.now())));
  }
}
