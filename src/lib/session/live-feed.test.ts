import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, upload, WALL } from './fixtures/session-bench';

let bench: Bench;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  bench = new Bench();
  void bench.session.play();
  await settled();
  bench.run(0.5);
});

afterEach(() => bench.session.pause());

function check(received: number, full: boolean): void {
  const at = WALL + bench.milliseconds;
  bench.listener?.report({ kind: 'check', at, received, full });
}

describe('skipping to now', () => {
  it('keeps and counts what waits, but lets none of it sound, until a check finds no more', async () => {
    const { session } = bench;
    for (let i = 0; i < 3; i++) check(10, true);
    bench.run(0.5);
    expect(session.link.connection).toBe('catching-up');
    session.skipToNow();
    expect(session.isSkipping).toBe(true);
    const receivedAt = WALL + bench.milliseconds;
    const body = { text: upload('old'), messageId: 'm', sentAt: receivedAt - 60_000 };
    await bench.listener?.take({ bodies: [body], receivedAt });
    check(9, false);
    bench.run(3);
    expect(session.isSkipping).toBe(true);
    expect(session.counts).toMatchObject({ heard: 1, suppressed: 1 });
    expect(session.score().notes.filter(({ events }) => events.includes('old'))).toEqual([]);
    expect(session.inspect('old')).toMatchObject({
      disposition: 'suppressed',
      dispositionReason: 'you skipped to now',
    });
    expect(bench.journaled).toMatchObject([{ ids: ['old'], passed: 'you skipped to now' }]);
    const young = { text: upload('new'), messageId: 'n', sentAt: WALL + bench.milliseconds };
    await bench.listener?.take({ bodies: [young], receivedAt: WALL + bench.milliseconds });
    bench.run(2);
    expect(session.isSkipping).toBe(false);
    expect(session.inspect('new')?.disposition).toBe('played');
    expect(bench.journaled.at(-1)).not.toHaveProperty('passed');
  });

  it('ends when nothing more waits', () => {
    bench.session.skipToNow();
    check(0, false);
    bench.run(0.5);
    expect(bench.session.isSkipping).toBe(false);
  });
});

describe('the journal of a live feed', () => {
  it('makes a duplicate of what it had before this page was opened', async () => {
    bench.known = ['a', 'b'];
    await bench.feed.recall();
    await bench.take(upload('a'), upload('c'));
    bench.run(2);
    expect(bench.session.counts).toMatchObject({ heard: 1, duplicate: 1 });
    expect(bench.journaled.map(({ ids }) => ids)).toEqual([[], ['c']]);
  });

  it('lists a message that cannot be read once, however often it comes', async () => {
    const receivedAt = WALL + bench.milliseconds;
    const body = { text: '<html>', messageId: 'poison', sentAt: null };
    for (let i = 0; i < 3; i++) await bench.listener?.take({ bodies: [body], receivedAt });
    bench.run(0.5);
    expect(bench.session.counts.unreadable).toBe(1);
    expect(bench.session.unreadable).toHaveLength(1);
  });

  it('is not written by a tab that follows another', async () => {
    const body = { text: upload('a'), messageId: 'm', sentAt: null };
    await bench.listener?.take({ bodies: [body], receivedAt: WALL, keptElsewhere: true });
    bench.run(2);
    expect(bench.session.counts.heard).toBe(1);
    expect(bench.journaled).toEqual([]);
  });

  it('notes from which slot on the link was lost, and when it was up again', async () => {
    const at = WALL + bench.milliseconds;
    bench.listener?.report({ kind: 'miss', at, cause: 'denied', code: 'X', retryInMs: 1 });
    bench.run(2);
    check(0, false);
    bench.run(1);
    expect(bench.links.map(({ link }) => link)).toEqual(['down', 'up']);
    expect(bench.links[1]!.slot).toBeGreaterThan(bench.links[0]!.slot + 10);
  });

  it('can be saved, and tells how much older ones gave up', async () => {
    expect(bench.session.canSaveJournal).toBe(false);
    await bench.take(upload('a'));
    bench.run(0.5);
    expect(bench.session.canSaveJournal).toBe(true);
    expect((await bench.session.saveableJournal()).bodies).toHaveLength(1);
    bench.feed.heed({ kind: 'dropped', amount: { entries: 7, bytes: 700 } });
    bench.run(0.5);
    expect(bench.session.forgotten).toBe(7);
  });
});

describe('where the sound is', () => {
  it('tells that messages stay in the queue, and that another tab reads', () => {
    const at = WALL + bench.milliseconds;
    bench.listener?.report({ kind: 'deletion', at, cause: 'denied', code: 'AccessDenied' });
    bench.listener?.report({ kind: 'reader', at, tab: 'another' });
    bench.run(0.5);
    expect(bench.session.link).toMatchObject({
      deletion: { cause: 'denied', code: 'AccessDenied' },
      reader: 'another',
    });
    expect(bench.session.link.connection).not.toBe('lost');
  });
});
