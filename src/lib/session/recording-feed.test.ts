import { beforeEach, describe, expect, it } from 'vitest';
import mappingJson from '$mappings/default.json';
import { perform } from '$lib/core/compose/perform';
import { schedule } from '$lib/core/compose/schedule';
import { readBody } from '$lib/core/event/read-body';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import { MemoryRecording } from './fixtures/memory-recording';
import { RecordingHall } from './fixtures/recording-hall';
import { upload, WALL } from './fixtures/session-bench';

const MINUTE = 60_000;
const mapping = loadMapping(mappingJson);

/** Forty uploads, twenty seconds apart, and ten more after a night. */
const times = [...Array(50).keys()].map(
  (index) => WALL + index * 20_000 + (index < 40 ? 0 : 600 * MINUTE),
);
const events = times.flatMap(
  (time, index) =>
    readBody(
      JSON.stringify({ ...JSON.parse(upload(`u${index}`)), time: new Date(time).toISOString() }),
      0,
    ).events,
);

class Hall extends RecordingHall<MemoryRecording> {
  constructor() {
    super(new MemoryRecording(events, mapping, 1), mapping);
  }
}

let hall: Hall;

beforeEach(async () => {
  hall = new Hall();
  void hall.session.play();
  await hall.run(0.2);
});

describe('a recording that is played', () => {
  it('gives the same music as composing the whole of it at once, and ends', async () => {
    await hall.run(hall.session.player!.duration + 2);
    const heard = schedule(events, ({ time }) => time, { speed: 60, maxGapSeconds: 10 }).map(
      ({ item, slot }) => ({ event: item, slot }),
    );
    const whole = perform({ mapping, seed: 1, heard });
    const score = hall.session.score();
    expect(score.events).toEqual(whole.events);
    expect(score.notes.slice(0, whole.notes.length)).toEqual(whole.notes);
    expect(whole.notes.length).toBeGreaterThan(50);
    expect(hall.session.player!.state).toBe('ended');
    expect(hall.session.sound).toBe('paused');
  });

  it('plays again from the start once it has ended', async () => {
    await hall.run(hall.session.player!.duration + 2);
    const first = hall.session.score();
    void hall.session.play();
    await hall.run(hall.session.player!.duration + 2);
    expect(hall.session.score()).toEqual(first);
  });

  it('sounds after a seek as playing through would, with what led up to it drawn but not counted', async () => {
    const through = new Hall();
    void through.session.play();
    await through.run(22);
    await hall.session.player!.seek(10);
    expect(hall.session.player!.position).toBe(10);
    expect(hall.session.marks.length).toBeGreaterThan(5);
    expect(hall.session.counts).toMatchObject({ heard: 0, notes: 0, unreadable: 1 });
    await hall.run(5);
    const from10 = hall.session.score().notes;
    const same = through.session
      .score()
      .notes.filter(({ time }) => time >= 10 && time < hall.session.now());
    expect(from10.slice(0, same.length)).toEqual(same.slice(0, from10.length));
    expect(same.length).toBeGreaterThan(3);
  });

  it('goes on with what was heard when the pace is changed', async () => {
    const player = hall.session.player!;
    await hall.run(4);
    const before = player.happenedAt(player.position);
    await player.setPace({ speed: 120, skipSilences: true });
    expect(player.plan).toMatchObject({ speed: 120 });
    expect(Math.abs(player.happenedAt(player.position) - before)).toBeLessThan(120_000);
    expect(player.state).toBe('ready');
  });

  it('tells on its axis when things happened', async () => {
    await hall.run(5);
    const { session } = hall;
    expect(session.wallAt(5) - WALL).toBeCloseTo(5 * 60_000, -1);
    expect(session.link.connection).toBe('replay');
    expect(session.lagSeconds).toBeNull();
  });

  it('waits for what is not read yet, and goes on without a jump', async () => {
    const { recording, session } = hall;
    let go = (): void => undefined;
    recording.hold = new Promise((resolve) => (go = resolve));
    await hall.run(12);
    const stood = session.player!.position;
    expect(stood).toBeLessThan(8);
    recording.hold = Promise.resolve();
    go();
    await hall.run(2);
    expect(session.player!.position).toBeGreaterThan(stood);
    expect(session.player!.position).toBeLessThan(stood + 3.5);
  });

  it('does not double what was being read when it is paused and played at once', async () => {
    const { recording, session } = hall;
    let go = (): void => undefined;
    recording.hold = new Promise((resolve) => (go = resolve));
    await hall.run(1);
    await session.pause();
    void session.play();
    await hall.run(0.1);
    recording.hold = Promise.resolve();
    go();
    await hall.run(session.player!.duration + 3);
    const ids = session.score().events.map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(session.counts.heard).toBe(50);
  });

  it('plays from a place that was sought before the first play', async () => {
    const fresh = new Hall();
    await fresh.session.player!.setPace({ speed: 60, skipSilences: true });
    await fresh.session.player!.seek(10);
    void fresh.session.play();
    await fresh.run(1);
    expect(fresh.session.failure).toBeNull();
    expect(fresh.session.player!.position).toBeGreaterThan(10);
  });

  it('takes only the last of several places that are sought at once', async () => {
    const player = hall.session.player!;
    await Promise.all([player.seek(4), player.seek(12), player.seek(8)]);
    expect(player.position).toBe(7.5);
    expect(player.state).toBe('ready');
  });

  it('can be sought while it is paused, and goes on from there', async () => {
    const player = hall.session.player!;
    await hall.session.pause();
    await player.seek(10);
    expect(player.position).toBe(10);
    void hall.session.play();
    await hall.run(1);
    expect(player.position).toBeGreaterThan(10.5);
    expect(player.position).toBeLessThan(11.5);
  });

  it('lists what could not be read with its place, and closes its recording', async () => {
    expect(hall.session.unreadable).toMatchObject([
      { reason: 'not JSON', place: { file: 'night.json', line: 7 } },
    ]);
    await hall.session.end();
    expect(hall.recording.isClosed).toBe(true);
  });
});
