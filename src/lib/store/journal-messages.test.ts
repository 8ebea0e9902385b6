import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { journalPlace } from './fixtures/journal-place';
import { type Journal, type JournalEntry, openJournal } from './journal';

function message(messageId: string, ids: readonly string[] = [`event ${messageId}`]): JournalEntry {
  return { text: `{"in":"${messageId}"}`, messageId, sentAt: 1, receivedAt: 2, slots: [3], ids };
}

function messages(from: number, count: number): JournalEntry[] {
  return Array.from({ length: count }, (_, index) => message(String(from + index)));
}

async function kept(journal: Journal, session?: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { messageId } of journal.read(session)) found.push(messageId);
  return found;
}

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe.each(['database', 'memory'] as const)('a journal kept in the %s', (place) => {
  const { open, sessions } = journalPlace(place);

  it('keeps each message once, and says which it had', async () => {
    const journal = await open();
    expect(await journal.append([message('a'), message('b'), message('a')])).toEqual(new Set());
    expect(await journal.append([message('b'), message('c')])).toEqual(new Set(['b']));
    expect(await journal.append([message('c')])).toEqual(new Set(['c']));
    expect(await kept(journal)).toEqual(['a', 'b', 'c']);
    expect(await sessions()).toMatchObject([{ entries: 3 }]);
  });

  it('keeps a message again that made room for others', async () => {
    const journal = await open({ maxEntries: 600 });
    await journal.append(messages(0, 600));
    await journal.append(messages(600, 10));
    expect(await journal.append([message('0')])).toEqual(new Set());
    expect((await kept(journal)).at(-1)).toBe('0');
    expect(await sessions()).toMatchObject([{ dropped: 500, entries: 111 }]);
  });

  it('remembers the ids of new events, oldest first, longer than their messages', async () => {
    const journal = await open({ maxEntries: 500 });
    await journal.append([message('a', ['1', '2']), message('b', []), message('c', ['3'])]);
    await journal.append([message('a', ['4']), message('d', ['5'])]);
    expect(await journal.recentIds()).toEqual(['1', '2', '3', '5']);
    expect(await journal.recentIds(2)).toEqual(['3', '5']);
    expect(await journal.recentIds(0)).toEqual([]);
    await journal.append(messages(0, 1_000));
    expect(await journal.recentIds(1_001)).toEqual([
      '5',
      ...messages(0, 1_000).flatMap(({ ids }) => ids),
    ]);
  });

  it('remembers 20,000 ids and few more', async () => {
    const journal = await open();
    const many = (batch: number) => Array.from({ length: 3_000 }, (_, at) => `${batch}/${at}`);
    for (let batch = 0; batch < 9; batch += 1)
      await journal.append([message(String(batch), many(batch))]);
    const ids = await journal.recentIds(30_000);
    expect(ids.at(-1)).toBe('8/2999');
    expect(ids.length).toBeGreaterThanOrEqual(20_000);
    expect(ids.length).toBeLessThanOrEqual(24_000);
    expect(await journal.recentIds(20_000)).toHaveLength(20_000);
  });
});

describe('two tabs that write the same journal', () => {
  it('keep each message once between them, whoever is first', async () => {
    const [one, two] = await Promise.all([openJournal(), openJournal()]);
    const taken = await Promise.all([
      one.append([message('a'), message('b')]),
      two.append([message('b'), message('a'), message('c')]),
    ]);
    expect(taken).toEqual([new Set(), new Set(['a', 'b'])]);
    expect(await kept(one, one.session)).toEqual(['a', 'b']);
    expect(await kept(one, two.session)).toEqual(['c']);
  });

  it('know each other’s ids, also after a reload', async () => {
    const one = await openJournal();
    await one.append([message('a')]);
    one.close();
    const two = await openJournal();
    expect(await two.recentIds()).toEqual(['event a']);
    expect(await two.append([message('a')])).toEqual(new Set(['a']));
  });

  it('give no ids where the database fails, and go on in memory', async () => {
    const journal = await openJournal();
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect(await journal.recentIds()).toEqual([]);
    expect(journal.persistent).toBe(false);
    vi.restoreAllMocks();
  });
});
