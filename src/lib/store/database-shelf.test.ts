import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseShelf } from './database-shelf';
import { openJournal, type JournalNotice } from './journal';

const entry = { text: '{}', messageId: 'm', sentAt: 1, receivedAt: 2, slots: [3] };

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets this page ask for a later version than the code does, as a later release of it would. */
function askForVersion(version: number): void {
  const open = IDBFactory.prototype.open;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name) {
    return open.call(this, name, version);
  });
}

describe('two versions of the page', () => {
  it('the older gives way, goes on in memory and says why', async () => {
    const notices: JournalNotice[] = [];
    const journal = await openJournal('journal', { onNotice: (notice) => notices.push(notice) });
    await journal.append([entry]);
    let wasBlocked = false;
    const later = await openDB('journal', 4, {
      blocked: () => {
        wasBlocked = true;
      },
    });
    expect(wasBlocked).toBe(false);
    expect(await later.count('batches')).toBe(1);
    expect(journal.persistent).toBe(false);
    expect(notices).toEqual([
      { kind: 'memory-only', reason: 'another tab needs a later version of the database' },
    ]);
    await journal.append([entry]);
    expect(await later.count('batches')).toBe(1);
  });

  it('the later does not wait for one that holds on, nor stands in the way afterwards', async () => {
    const older = await openDB('journal', 3);
    askForVersion(4);
    const notices: JournalNotice[] = [];
    const journal = await openJournal('journal', { onNotice: (notice) => notices.push(notice) });
    expect(journal.persistent).toBe(false);
    expect(notices).toEqual([
      { kind: 'memory-only', reason: 'another tab holds an older version of the database' },
    ]);
    older.close();
    vi.restoreAllMocks();
    const next = await openDB('journal', 5);
    expect(next.version).toBe(5);
    next.close();
  });
});

it('keeps the newest 10,000 changes of a session’s link, and those of others', async () => {
  const shelf = await DatabaseShelf.open('journal', () => undefined);
  const change = (_: unknown, slot: number) => ({ slot, link: 'down' as const });
  const kept = { ...entry, session: 'one', sequence: 0 };
  const head = { id: 'one', startedAt: 1, seed: null, mapping: null };
  const other = { ...head, id: 'other' };
  const links = Array.from({ length: 10_003 }, change);
  await shelf.append({
    head: other,
    entries: [{ ...kept, messageId: 'o', session: 'other' }],
    links: links.slice(0, 2),
  });
  await shelf.append({ head, entries: [kept], links });
  const left = await shelf.links('one');
  expect([left.length, left[0]?.slot, left.at(-1)?.slot]).toEqual([10_000, 3, 10_002]);
  expect(await shelf.links('other')).toHaveLength(2);
  await shelf.deleteSession('one');
  expect(await shelf.links('one')).toEqual([]);
  expect(shelf.total.entries).toBe(1);
});

describe('a batch that makes room in part', () => {
  const head = { id: 'one', startedAt: 1, seed: null, mapping: null };
  const stored = Array.from({ length: 40 }, (_, sequence) => {
    return { ...entry, messageId: `m${sequence}`, session: 'one', sequence };
  });

  async function leftAfter(dropped: number) {
    const shelf = await DatabaseShelf.open('journal', () => undefined);
    await shelf.append({ head, entries: stored.slice(0, 25), links: [] });
    await shelf.append({ head, entries: stored.slice(25), links: [] });
    const { entries } = await shelf.deleteFirst('one', dropped);
    return { shelf, entries };
  }

  it.each([10, 25, 30, 40, 41])('keeps the rest in its place: %i dropped', async (limit) => {
    const { shelf, entries } = await leftAfter(limit);
    expect(entries).toBe(Math.min(limit, 40));
    expect(await shelf.read('one', 0)).toEqual(stored.slice(limit));
    expect(await shelf.sessions()).toMatchObject([{ entries: 40 - entries, dropped: entries }]);
  });

  it('forgets the messages that were dropped, and no others', async () => {
    const { shelf } = await leftAfter(30);
    const again = stored.map((kept, at) => ({ ...kept, sequence: 40 + at }));
    const kept = await shelf.append({ head, entries: again, links: [] });
    expect(kept).toEqual(new Set(stored.slice(30).map(({ messageId }) => messageId)));
    expect(await shelf.read('one', 0)).toEqual([...stored.slice(30), ...again.slice(0, 30)]);
  });
});
