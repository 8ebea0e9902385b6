import { afterEach, describe, expect, it } from 'vitest';
import mappingJson from '$mappings/default.json';
import { OutputOrSilence } from '$lib/audio/output-or-silence';
import { SilentOutput } from '$lib/audio/silent-output';
import { loadMapping } from '$lib/core/mapping/mapping';
import type { Body, EventSource, SourceListener } from '$lib/source/event-source';
import type { JournalEntry } from '$lib/store/journal';
import { DEFAULT_SETTINGS } from '$lib/store/settings';
import { ListeningSession } from './listening-session.svelte';

const WALL = Date.UTC(2026, 2, 1, 9);

function upload(id: string, key = id): string {
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '123456789012',
    time: new Date(WALL - 500).toISOString(),
    region: 'eu-central-1',
    resources: ['arn:aws:s3:::uploads'],
    detail: { bucket: { name: 'uploads' }, object: { key } },
  });
}

/** An output whose start can be held, or refused. */
class SlowOutput extends SilentOutput {
  static hold: Promise<void> = Promise.resolve();

  override async start(): Promise<void> {
    await SlowOutput.hold;
    await super.start();
  }
}

/** A session whose clock, source and journal the test turns by hand. */
class Bench {
  milliseconds = 0;
  listener: SourceListener | null = null;
  signal: AbortSignal | null = null;
  journaled: JournalEntry[] = [];
  kept: object[] = [];
  runs = 0;
  breakDown: (error: Error) => void = () => undefined;
  #tick: () => void = () => undefined;
  readonly session: ListeningSession;

  constructor() {
    const clock = { now: () => this.milliseconds };
    const output = new SlowOutput(clock, (tick) => {
      this.#tick = tick;
      return () => undefined;
    });
    const source: EventSource = {
      kind: 'sqs',
      run: (listener, signal) => {
        this.runs += 1;
        this.listener = listener;
        this.signal = signal;
        return new Promise((resolve, reject) => {
          this.breakDown = reject;
          signal.addEventListener('abort', () => resolve());
        });
      },
    };
    this.session = new ListeningSession({
      title: 'Test',
      source,
      output: new OutputOrSilence(output, output),
      mapping: loadMapping(mappingJson),
      journal: {
        append: async (entries) => {
          this.journaled.push(...entries);
        },
        persistent: true,
        close: () => undefined,
      },
      settings: DEFAULT_SETTINGS,
      keep: (change) => this.kept.push(change),
      seed: 1,
      wallNow: () => WALL + this.milliseconds,
    });
  }

  take(...texts: string[]): Promise<void> {
    const bodies: Body[] = texts.map((text, i) => ({
      text,
      messageId: `m${i}`,
      sentAt: WALL - 200,
    }));
    const receivedAt = WALL + this.milliseconds;
    if (!this.listener) throw new Error('nobody listens');
    this.listener.report({ kind: 'check', at: receivedAt, received: texts.length, full: false });
    return this.listener.take({ bodies, receivedAt });
  }

  /** Lets time run, in ticks of 25 ms. */
  run(seconds: number): void {
    for (let i = 0; i < seconds * 40; i++) {
      this.milliseconds += 25;
      this.#tick();
    }
  }
}

let bench: Bench;

afterEach(() => bench.session.pause());

/** Lets promises that are settled be heard. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function playing(): Promise<Bench> {
  bench = new Bench();
  void bench.session.play();
  await settled();
  bench.run(0.5);
  return bench;
}

describe('a listening session', () => {
  it('plays an event, counts it, draws it and tells how late it is', async () => {
    const { session } = await playing();
    await bench.take(upload('a'));
    bench.run(2);
    expect(session.counts.heard).toBe(1);
    expect(session.sound).toBe('playing');
    expect(session.account).toBe('123456789012');
    expect(session.marks.length).toBe(1);
    expect(session.marks.at(0)).toMatchObject({ lane: 'storage', voice: 'piano', events: ['a'] });
    expect(session.lagSeconds).toBeGreaterThan(0.9);
    expect(session.lagSeconds).toBeLessThan(1.3);
    expect(session.lanes.find(({ family }) => family === 'storage')?.perMinute).toBe(1);
  });

  it('keeps counters that agree with its Score', async () => {
    const { session } = await playing();
    for (let i = 0; i < 30; i++) {
      await bench.take(upload(`a${i}`), upload(`b${i}`), upload(`a${i}`), '<html>');
      bench.run(0.4);
    }
    bench.run(4);
    const score = session.score();
    expect(score.events.filter(({ disposition }) => disposition !== 'duplicate')).toHaveLength(60);
    expect(session.counts).toMatchObject({ heard: 60, duplicate: 30, unreadable: 30 });
    expect(session.counts.notes).toBe(score.notes.length);
    expect(score.unreadable).toHaveLength(30);
    expect(session.unreadable).toHaveLength(30);
  });

  it('journals every body with the slots of its new events before it lets the source go on', async () => {
    await playing();
    const taken = bench.take(upload('a'), 'not json', upload('a'), upload('b'));
    expect(bench.journaled.length).toBe(4);
    await taken;
    expect(bench.journaled.map(({ slots }) => slots.length)).toEqual([1, 0, 0, 1]);
    expect(bench.journaled[0]?.text).toBe(upload('a'));
  });

  it('mutes a lane: its events are muted and make no note, the others sound', async () => {
    const { session } = await playing();
    session.setLaneMuted('storage', true);
    await bench.take(upload('a'));
    bench.run(2);
    expect(session.counts).toMatchObject({ heard: 1, muted: 1 });
    expect(session.score().notes.filter(({ voice }) => voice === 'piano')).toHaveLength(0);
    expect(session.inspect('a')).toMatchObject({
      disposition: 'muted',
      dispositionReason: 'its lane is muted',
    });
    session.setLaneMuted('storage', false);
    await bench.take(upload('b'));
    bench.run(2);
    expect(session.counts).toMatchObject({ heard: 2, muted: 1 });
  });

  it('plays in quiet mode only what interrupts', async () => {
    const { session } = await playing();
    session.setQuietMode(true);
    const before = session.counts.notes;
    await bench.take(upload('a'));
    bench.run(6);
    expect(session.counts.muted).toBe(1);
    expect(session.counts.notes).toBe(before);
  });

  it('stops the source on pause, and goes on where it stopped', async () => {
    const { session } = await playing();
    await session.pause();
    expect(bench.signal?.aborted).toBe(true);
    expect(session.sound).toBe('paused');
    const stood = session.now();
    bench.milliseconds += 60_000;
    void session.play();
    await settled();
    bench.run(1);
    expect(session.now() - stood).toBeLessThan(1.1);
    expect(session.wallAt(session.now())).toBeCloseTo(WALL + bench.milliseconds, -2);
  });

  it('tells everything of an event to the inspector, and forgets what it never heard', async () => {
    const { session } = await playing();
    await bench.take(upload('a'));
    bench.run(2);
    const seen = session.inspect('a');
    expect(seen).toMatchObject({
      disposition: 'played',
      news: 'neutral',
      rule: { id: expect.any(String) },
    });
    expect(seen?.notes.length).toBeGreaterThan(0);
    expect(seen?.delay.toQueueSeconds).toBeCloseTo(0.3);
    expect(session.inspect('constructor')).toBeNull();
  });

  it('tells a lost connection, hatches the time, and is live again after an answered check', async () => {
    const { session } = await playing();
    await bench.take(upload('a'));
    bench.listener?.report({
      kind: 'miss',
      at: WALL + bench.milliseconds,
      cause: 'queue-missing',
      code: 'AWS.SimpleQueueService.NonExistentQueue',
      retryInMs: 7_000,
    });
    expect(session.link).toMatchObject({ connection: 'lost', cause: 'queue-missing' });
    bench.run(3);
    await bench.take();
    bench.run(1);
    expect(session.link.connection).toBe('live');
    expect(session.unknownSpans).toHaveLength(1);
    expect(session.unknownSpans[0]?.to).not.toBeNull();
  });

  it('keeps volume and mute for the next visit', async () => {
    const { session } = await playing();
    session.setVolume(0.4);
    session.setSoundOff(true);
    expect(bench.kept).toEqual([{ volume: 0.4 }, { muted: true }]);
  });

  it('listens once, however often it is told to, and a pause ends all of it', async () => {
    let go = (): void => undefined;
    SlowOutput.hold = new Promise((resolve) => (go = resolve));
    bench = new Bench();
    const { session } = bench;
    void session.play();
    void session.play();
    expect(session.sound).toBe('starting');
    go();
    await settled();
    expect(bench.runs).toBe(1);
    await session.pause();
    expect(bench.signal?.aborted).toBe(true);
  });

  it('does not begin when it was paused while it was starting', async () => {
    let go = (): void => undefined;
    SlowOutput.hold = new Promise((resolve) => (go = resolve));
    bench = new Bench();
    const { session } = bench;
    void session.play();
    await session.pause();
    expect(session.sound).toBe('asleep');
    go();
    await settled();
    expect(bench.runs).toBe(0);
  });

  it('says why it could not start, and can be tried again', async () => {
    SlowOutput.hold = Promise.reject(new Error('no module'));
    bench = new Bench();
    const { session } = bench;
    await session.play();
    expect(session.sound).toBe('asleep');
    expect(session.failure).toMatchObject({ message: 'no module' });
    SlowOutput.hold = Promise.resolve();
    void session.play();
    await settled();
    expect(session.failure).toBeNull();
    expect(session.sound).toBe('playing');
  });

  it('stops and says so when its source breaks down', async () => {
    const { session } = await playing();
    bench.breakDown(new Error('a defect'));
    await settled();
    expect(session.sound).toBe('paused');
    expect(session.failure).toMatchObject({ message: 'a defect' });
  });
});
