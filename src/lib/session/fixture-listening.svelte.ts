import { SLOT_SECONDS } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import { FAMILIES, type Family } from '$lib/core/event/family';
import type { Seconds } from '$lib/core/score/note';
import type { Score } from '$lib/core/score/score';
import type { Mark } from '$lib/core/timeline/mark';
import { createMarkRing } from '$lib/core/timeline/mark-ring';
import { fixtureLink, type Scenario } from './fixture-link';
import { fixtureEvent, seeded, type FixtureEvent } from './fixture-stream';
import type { Annotation, HarmonySpan, Inspection, LaneState, Listening, Sound } from './listening';

const BAR_SECONDS = 16 * SLOT_SECONDS;
const HISTORY_SECONDS = 3600;
const REFRESH_MS = 250;

export interface FixtureOptions {
  readonly scenario: Scenario;
  readonly sound: Sound;
  readonly eventsPerSecond: number;
  readonly seed: number;
}

const PRESET: FixtureOptions = {
  scenario: 'live',
  sound: 'playing',
  eventsPerSecond: 2,
  seed: 7,
};

/** A believable, moving session without queue or sound, to draw from. The same seed gives the same past. */
export class FixtureListening implements Listening {
  readonly title = 'Cloud Symphony';
  readonly account = '1234-5678-9012';
  readonly marks = createMarkRing(60_000);
  readonly harmonySpans: HarmonySpan[];
  readonly annotations: Annotation[];
  readonly unknownSpans;
  sound: Sound = $state('playing');
  volume = $state(0.64);
  soundOff = $state(false);
  quietMode = $state(false);
  link = $state.raw() as Listening['link'];
  counts = $state.raw() as Listening['counts'];
  lanes: readonly LaneState[] = $state.raw([]);
  harmony: Listening['harmony'] = $state.raw({ tonic: 'D', mode: 'mixolydian', bar: 1, beat: 1 });
  mood: Listening['mood'] = $state.raw({
    happiness: 58,
    word: 'settling',
    reason: 'The 5xx alarm cleared 42 s ago, after the second deploy.',
  });
  moodHistory: Listening['moodHistory'] = $state.raw([]);
  unreadable: Listening['unreadable'] = $state.raw([]);
  lagSeconds = $state<number | null>(0.4);
  readonly startedAt: EpochMs;

  readonly #options: FixtureOptions;
  readonly #chance: () => number;
  readonly #events: Record<string, FixtureEvent> = Object.create(null);
  readonly #startWall: EpochMs;
  readonly #startedMs = performance.now();
  readonly #timer;
  #switches: Partial<Record<Family, { muted: boolean; soloed: boolean }>> = {
    messaging: { muted: true, soloed: false },
  };
  #madeUntil: Seconds = 0;
  #serial = 0;

  constructor(options: Partial<FixtureOptions> = {}) {
    this.#options = { ...PRESET, ...options };
    this.sound = this.#options.sound;
    this.#chance = seeded(this.#options.seed);
    this.#startWall = Date.now() - HISTORY_SECONDS * 1000;
    this.startedAt = this.#startWall;
    const now = HISTORY_SECONDS;
    this.annotations = this.#annotate(now);
    this.harmonySpans = this.#harmonise(now);
    this.unknownSpans = this.#unknowns(now);
    this.#make(this.#isStill() ? now - 90 : now);
    this.#refresh();
    this.#timer = setInterval(() => this.#refresh(), REFRESH_MS);
  }

  now(): Seconds {
    return HISTORY_SECONDS + (performance.now() - this.#startedMs) / 1000;
  }

  wallAt(at: Seconds): EpochMs {
    return this.#startWall + at * 1000;
  }

  async play() {
    this.sound = 'playing';
  }

  async pause() {
    this.sound = 'paused';
  }

  setVolume(volume: number) {
    this.volume = volume;
  }

  setSoundOff(off: boolean) {
    this.soundOff = off;
  }

  setQuietMode(on: boolean) {
    this.quietMode = on;
  }

  setLaneMuted(lane: Family, muted: boolean) {
    this.#switches[lane] = { ...this.#lane(lane), muted };
    this.#refresh();
  }

  setLaneSoloed(lane: Family, soloed: boolean) {
    this.#switches[lane] = { ...this.#lane(lane), soloed };
    this.#refresh();
  }

  inspect(eventId: string): Inspection | null {
    const found = this.#events[eventId];
    if (!found) return null;
    const { mark, event, news, interrupt } = found;
    const { at: time, duration, midi, velocity, voice } = mark;
    return {
      event,
      title: `${event.detailType}: ${event.source.slice(4)}`,
      lane: mark.lane,
      news,
      interrupt,
      disposition: mark.disposition,
      dispositionReason: null,
      rule: { id: 'fixture', title: 'Something happens', place: 2, of: 31 },
      notes: [{ time, duration, midi, velocity, voice, pan: 0, events: mark.events }],
      heardAt: this.wallAt(mark.at),
      delay: { toQueueSeconds: 0.31, inTabSeconds: 0.11, toSlotSeconds: 0.09 },
    };
  }

  hear() {}

  tryNow() {}

  score(): Score {
    const mapping = { name: 'fixture', sha256: '' };
    const { seed } = this.#options;
    return {
      version: 1,
      seed,
      mapping,
      duration: this.now(),
      events: [],
      notes: [],
      unreadable: [],
    };
  }

  close() {
    clearInterval(this.#timer);
  }

  #isStill() {
    return !['live', 'demo', 'replay', 'catching-up', 'slowed'].includes(this.#options.scenario);
  }

  #lane(lane: Family) {
    return this.#switches[lane] ?? { muted: false, soloed: false };
  }

  #annotate(now: Seconds): Annotation[] {
    const deploy = { kind: 'deploy', to: null } as const;
    return [
      { ...deploy, from: now - 158, label: 'checkout-api 2.41.0', event: 'd1' },
      { kind: 'alarm', from: now - 119, to: now - 42, label: 'checkout-api-5xx', event: 'a1' },
      { ...deploy, from: now - 69, label: 'checkout-api 2.41.1', event: 'd2' },
    ];
  }

  #harmonise(now: Seconds): HarmonySpan[] {
    return [
      { from: 0, to: now - 115, tonic: 'D', mode: 'ionian', word: 'content' },
      { from: now - 115, to: now - 108, tonic: 'D', mode: 'mixolydian', word: 'settling' },
      { from: now - 108, to: now - 33, tonic: 'D', mode: 'dorian', word: 'tense' },
      { from: now - 33, to: null, tonic: 'D', mode: 'mixolydian', word: 'settling' },
    ];
  }

  #unknowns(now: Seconds) {
    if (this.#options.scenario === 'catching-up') return [{ from: now - 100, to: now - 62 }];
    const down = fixtureLink(this.#options.scenario, 0).connection === 'lost';
    return down ? [{ from: now - 38, to: null }] : [];
  }

  /** Makes events up to a time; each lies on its slot. */
  #make(until: Seconds) {
    const step = 1 / Math.min(20, this.#options.eventsPerSecond);
    while (this.#madeUntil < until) {
      this.#madeUntil += step * (0.2 + 1.6 * this.#chance());
      const at = Math.round(this.#madeUntil / SLOT_SECONDS) * SLOT_SECONDS;
      const made = fixtureEvent(at, this.wallAt(at), this.#serial++, this.#chance);
      this.#events[made.event.id] = made;
      this.marks.push(this.#dense(made.mark));
    }
  }

  /** Above 20 events a second, marks stand for several. */
  #dense(mark: Mark): Mark {
    const each = Math.round(this.#options.eventsPerSecond / 20);
    if (each <= 1) return mark;
    const events = Array.from(
      { length: each },
      (_, index) => mark.events[0] + (index ? `+${index}` : ''),
    );
    return { ...mark, disposition: 'aggregated', events };
  }

  #refresh() {
    const now = this.now();
    if (!this.#isStill() && this.sound !== 'paused') this.#make(now + BAR_SECONDS / 2);
    this.link = fixtureLink(this.#options.scenario, Date.now());
    this.lanes = FAMILIES.map((family) => ({
      family,
      ...this.#lane(family),
      perMinute: Math.round(this.#options.eventsPerSecond * 8),
      voices: family === 'compute' ? 'pluck and bass' : 'piano',
      level: this.#lane(family).muted || this.#isStill() ? 0 : this.#chance(),
    }));
    const bar = Math.floor(now / BAR_SECONDS) + 1;
    const beat = Math.floor((now % BAR_SECONDS) / (BAR_SECONDS / 4)) + 1;
    this.harmony = { ...this.harmony, bar, beat };
    this.#tally(now);
  }

  #tally(now: Seconds) {
    const heard = this.marks.length;
    this.counts = {
      heard,
      notes: heard,
      aggregated: 214,
      suppressed: 12,
      muted: 80,
      duplicate: 3,
      unreadable: 1,
    };
    this.unreadable = [
      {
        at: Date.now() - 60_000,
        reason: 'Not JSON: it ends in the middle of a string.',
        head: '{"id": "7f3c…',
      },
    ];
    this.moodHistory = Array.from({ length: 200 }, (_, index) => ({
      at: (now * index) / 200,
      happiness: 78 + 6 * Math.sin(index / 9) - (index > 188 ? (index - 188) * 3 : 0),
    }));
  }
}
