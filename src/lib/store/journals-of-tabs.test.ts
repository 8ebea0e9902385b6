import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseShelf } from './database-shelf';
import { Journal, openJournal } from './journal';
import { type JournalEntry, totalOf } from './journal-shelf';

let messages = 0;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  messages = 0;
});

function entries(count: number): JournalEntry[] {
  return Array.from({ length: count }, () => {
    return {
      text: '{}',
      messageId: `m${messages++}`,
      sentAt: 1,
      receivedAt: Date.now(),
      slots: [],
    };
  });
}

async function fill(journal: Journal, count: number): Promise<void> {
  for (let kept = 0; kept < count; kept += 10) await journal.append(entries(10));
}

/** How many entries there are, which is what the sessions' records say. */
async function kept(): Promise<number> {
  const shelf = await DatabaseShelf.open('journal', () => undefined);
  const sessions = await shelf.sessions();
  const journal = new Journal(shelf);
  const read = sessions.map(async ({ id }) => (await Array.fromAsync(journal.read(id))).length);
  const there = (await Promise.all(read)).reduce((sum, count) => sum + count, 0);
  expect(totalOf(sessions).entries).toBe(there);
  shelf.close();
  return there;
}

describe('journals that several tabs write into one database', () => {
  const options = { maxEntries: 1_900 };

  const two = async () => [
    await openJournal('journal', { ...options, startedAt: 1 }),
    await openJournal('journal', { ...options, startedAt: 2 }),
  ];

  it('are bound together, though each was opened when nothing was kept', async () => {
    const [first, second] = await two();
    await fill(first!, 1_800);
    first!.close();
    await fill(second!, 200);
    expect(await kept()).toBeLessThanOrEqual(1_900);
  });

  it('are bound together while they write in turns, but for what each writes between two counts', async () => {
    const [first, second] = await two();
    for (let turn = 0; turn < 150; turn += 1) {
      await first!.append(entries(10));
      await second!.append(entries(10));
      if (turn % 30 === 29) expect(await kept()).toBeLessThanOrEqual(1_900 + 50 * 10);
    }
  });

  it('drop nothing to make room that another has made already', async () => {
    const [first, second] = await two();
    await fill(first!, 1_800);
    await fill(second!, 110);
    expect(await kept()).toBe(1_410);
    await fill(first!, 110);
    expect(await kept()).toBe(1_520);
  });
});

it('a shelf that drops what another wrote counts what is left', async () => {
  const head = { id: 'one', startedAt: 1, seed: null, mapping: null };
  const shelves = [
    await DatabaseShelf.open('journal', () => undefined),
    await DatabaseShelf.open('journal', () => undefined),
  ];
  const [one, other] = shelves;
  const stored = entries(30).map((entry, sequence) => ({ ...entry, session: 'one', sequence }));
  await one!.append({ head, entries: stored, links: [] });
  await other!.deleteFirst('one', 10);
  expect(other!.total).toEqual({ entries: 20, bytes: 20 * 122 });
  await other!.deleteSession('one');
  expect(other!.total).toEqual({ entries: 0, bytes: 0 });
});
