import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeBrowser, settled } from './fixtures/fake-browser';
import { FakeQueue } from './fixtures/fake-queue';
import { ListeningTab } from './fixtures/listening-tab';
import { OneTabSource } from './one-tab-source';

let browser: FakeBrowser;
let queue: FakeQueue;
let journal: string[];
let tabs: ListeningTab[];

beforeEach(() => {
  [browser, queue, journal, tabs] = [new FakeBrowser(), new FakeQueue(), [], []];
});
afterEach(() => tabs.forEach((tab) => tab.pause()));

/** A tab that plays, once all is settled. */
async function playing(): Promise<ListeningTab> {
  const tab = new ListeningTab(tabs.length, browser, queue, journal);
  tabs.push(tab);
  tab.play();
  await settled();
  return tab;
}

async function send(count: number): Promise<void> {
  queue.send(count);
  await settled();
}

/** Every message is in the journal once, and heard at most once by each tab. */
function expectNothingLostOrDoubled(): void {
  expect(queue.undeleted).toBe(0);
  expect(journal.toSorted()).toEqual(
    Array.from({ length: queue.sent }, (_, each) => `event ${each}`).toSorted(),
  );
  for (const { heard } of tabs) expect(new Set(heard).size).toBe(heard.length);
  const heardByAny = new Set(tabs.flatMap(({ heard }) => heard));
  expect(heardByAny.size).toBe(queue.sent);
}

describe('tabs that listen to one queue', () => {
  it('read with one of them, and all hear everything', async () => {
    const [one, two, three] = [await playing(), await playing(), await playing()];
    await send(25);
    expect([one, two, three].map(({ reader }) => reader.readers)).toEqual([1, 0, 0]);
    expect([one, two, three].map(({ readBy }) => readBy)).toEqual(['this', 'another', 'another']);
    for (const tab of tabs) expect(tab.heard).toHaveLength(25);
    expectNothingLostOrDoubled();
  });

  it('show the present state at once when they begin to follow', async () => {
    const one = await playing();
    await send(10);
    const two = await playing();
    const told = one.reports.filter(({ kind }) => kind !== 'reader');
    expect(told.length).toBeGreaterThan(1);
    expect(two.reports.filter(({ kind }) => kind !== 'reader')).toEqual(told);
  });

  it('read on with the next when the one that reads is paused, and again', async () => {
    const [one, two] = [await playing(), await playing()];
    await send(12);
    one.pause();
    await settled();
    expect([one.ended, two.readBy, two.reader.readers]).toEqual(['ended', 'this', 1]);
    await send(12);
    expect(two.heard).toHaveLength(24);
    one.play();
    await settled();
    two.pause();
    await settled();
    await send(3);
    expect([one.readBy, one.reader.runs, one.heard.length]).toEqual(['this', 2, 15]);
    expectNothingLostOrDoubled();
  });

  it('wait a second for the journal of the one that was paused, and no longer', async () => {
    const [one, two] = [await playing(), await playing()];
    one.hangsAfterJournal = true;
    await send(3);
    one.pause();
    await settled();
    expect(two.readBy).toBe('another');
    await browser.pass(1_000);
    expect([one.ended, two.readBy]).toEqual(['ended', 'this']);
  });

  it('stop at once while they wait for their turn', async () => {
    const [, two] = [await playing(), await playing()];
    two.pause();
    await settled();
    expect([two.ended, two.reader.runs]).toEqual(['ended', 0]);
    await send(3);
    expect(two.heard).toEqual([]);
  });

  it('pass a wish for a new try on to the one that reads', async () => {
    const [one, two] = [await playing(), await playing()];
    two.source.tryNow();
    one.source.tryNow();
    await settled();
    expect([one.reader.tries, two.reader.tries]).toEqual([2, 0]);
  });

  it('take nothing in that is no message of theirs', async () => {
    const [one, two] = [await playing(), await playing()];
    const before = one.reports.length + two.reports.length;
    for (const strange of [null, 7, 'batch', {}, { kind: 'batch', batch: { bodies: [{}] } }])
      browser.say(strange);
    browser.say({ kind: 'report', report: { kind: 'reader', at: 1, tab: 'this' } });
    await settled();
    expect(one.reports.length + two.reports.length).toBe(before);
    expect([one.heard, two.heard, one.ended, two.ended]).toEqual([[], [], 'running', 'running']);
  });
});

describe('a tab that reads and crashes', () => {
  it.each([
    ['between two batches', 17],
    ['before it tells the others', 7],
    ['before it deletes', 17],
  ])('%s loses nothing and doubles nothing', async (when, heard) => {
    const [one, two] = [await playing(), await playing()];
    await send(2);
    one.hangsAfterJournal = when === 'before it tells the others';
    if (when === 'before it deletes') one.reader.hangs = 'before-delete';
    await send(10);
    browser.crash(0);
    one.pause();
    await settled();
    expect(two.readBy).toBe('this');
    queue.giveAgain(0);
    await send(5);
    expect(two.heard).toHaveLength(heard);
    expectNothingLostOrDoubled();
  });
});

describe('a tab that reads and is stuck', () => {
  it('is asked, and goes on reading when it answers', async () => {
    const [one, two] = [await playing(), await playing()];
    await browser.pass(600_000);
    expect([one.readBy, two.readBy, one.reader.runs]).toEqual(['this', 'another', 1]);
  });

  it('gives the reading up when it does not answer, and follows', async () => {
    const [one, two] = [await playing(), await playing()];
    browser.stuck.add(0);
    await browser.pass(64_000);
    expect(two.readBy).toBe('another');
    await browser.pass(2_000);
    expect([two.readBy, browser.locks.holder('queue')]).toEqual(['this', 1]);
    expect([one.readBy, one.reader.readers, two.reader.readers]).toEqual(['another', 0, 1]);
    browser.stuck.delete(0);
    await send(15);
    expect([one.heard.length, two.heard.length]).toEqual([15, 15]);
    expectNothingLostOrDoubled();
  });

  it('is robbed by one of several, and they agree who reads', async () => {
    const all = [await playing(), await playing(), await playing()];
    browser.stuck.add(0);
    await browser.pass(70_000);
    browser.stuck.delete(0);
    await browser.pass(70_000);
    expect(all.map(({ reader }) => reader.readers).toSorted()).toEqual([0, 0, 1]);
    await send(30);
    for (const { heard } of all) expect(heard).toHaveLength(30);
    expectNothingLostOrDoubled();
  });
});

describe('a source for one tab', () => {
  it('tells of what fails in a listener', async () => {
    const [, two] = [await playing(), await playing()];
    Object.defineProperty(two, 'heard', { value: null });
    await send(1);
    expect(two.ended).toBeInstanceOf(TypeError);
  });

  it('reads itself where the other tabs cannot be reached', async () => {
    const calls: string[] = [];
    const inner = {
      kind: 'shared' as const,
      run: async () => void calls.push('run'),
      tryNow: () => void calls.push('try'),
    };
    const onLead = async () => void calls.push('lead');
    const source = new OneTabSource(inner, 'queue', { tabs: null, onLead });
    const listener = { take: async () => undefined, report: () => undefined };
    await source.run(listener, new AbortController().signal);
    source.tryNow();
    expect([source.kind, ...calls]).toEqual(['shared', 'lead', 'run', 'try']);
  });
});
