import { afterEach, describe, expect, it } from 'vitest';
import quietJson from '$mappings/quiet.json';
import { Bench, SlowOutput, upload, WALL } from './fixtures/session-bench';

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

  it('mutes what no rule is for, where the mapping says so', async () => {
    bench = new Bench(quietJson);
    void bench.session.play();
    await settled();
    bench.run(0.5);
    await bench.take(upload('a'));
    bench.run(2);
    expect(bench.session.counts).toMatchObject({ heard: 1, muted: 1 });
    expect(bench.session.marks.length).toBe(0);
    expect(bench.session.inspect('a')).toMatchObject({ disposition: 'muted', rule: null });
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
