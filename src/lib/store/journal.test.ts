import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { journalPlace, sessionsIn } from './fixtures/journal-place';
import { Journal, openJournal, type JournalNotice, type StoredEntry } from './journal';
import type { JournalEntry, JournalShelf } from './journal-shelf';
import { MemoryShelf } from './memory-shelf';

function entry(text: string): JournalEntry {
  return { text, messageId: `m-${text}`, sentAt: 1, receivedAt: 2, slots: [3, 4] };
}

function entries(from: number, count: number): JournalEntry[] {
  return Array.from({ length: count }, (_, index) => entry(`body ${from + index}`));
}

async function textsOf(journal: Journal, session?: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of journal.read(session)) texts.push(text);
  return texts;
}

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe.each(['database', 'memory'] as const)('a journal kept in the %s', (place) => {
  const { open, sessions } = journalPlace(place);

  it('gives back what was appended, in order, with its place', async () => {
    const journal = await open({ session: 'a' });
    await Promise.all([journal.append(entries(0, 3)), journal.append(entries(3, 2))]);
    const read: StoredEntry[] = [];
    for await (const stored of journal.read()) read.push(stored);
    expect(read).toEqual(
      entries(0, 5).map((kept, sequence) => ({ ...kept, session: 'a', sequence })),
    );
  });

  it('reads more than one chunk', async () => {
    const journal = await open();
    await journal.append(entries(0, 1_234));
    expect(await textsOf(journal)).toEqual(entries(0, 1_234).map(({ text }) => text));
  });

  it('drops the oldest entries beyond its bound, and says how many', async () => {
    const notices: JournalNotice[] = [];
    const onNotice = (notice: JournalNotice) => notices.push(notice);
    const journal = await open({ maxEntries: 1_000, onNotice });
    for (let from = 0; from < 2_000; from += 400) await journal.append(entries(from, 400));
    const texts = await textsOf(journal);
    expect(texts.length).toBeLessThanOrEqual(1_000);
    expect(texts.at(-1)).toBe('body 1999');
    const dropped = notices.map((notice) =>
      notice.kind === 'dropped' ? notice.amount.entries : 0,
    );
    expect(dropped.reduce((sum, count) => sum + count, 0)).toBe(2_000 - texts.length);
  });

  it('is bound by bytes too', async () => {
    const journal = await open({ maxBytes: 100_000 });
    for (let count = 0; count < 12; count += 1)
      await journal.append([{ ...entry('x'.repeat(20_000)), messageId: String(count) }]);
    const [session] = await sessions();
    expect(session?.bytes).toBeLessThanOrEqual(100_000);
  });
});

describe('the journal', () => {
  it('keeps sessions apart and oldest first', async () => {
    const first = await openJournal('journal', { session: 'one', startedAt: 10 });
    await first.append(entries(0, 2));
    first.close();
    const second = await openJournal('journal', { session: 'two', startedAt: 20 });
    await second.append(entries(2, 3));
    expect(await sessionsIn('journal')).toMatchObject([
      { id: 'one', startedAt: 10, entries: 2 },
      { id: 'two', startedAt: 20, entries: 3 },
    ]);
    expect(await textsOf(second, 'one')).toEqual(['body 0', 'body 1']);
  });

  it('drops an older session before its own entries', async () => {
    const old = await openJournal('journal', { session: 'old', startedAt: 1 });
    await old.append(entries(0, 10));
    old.close();
    const journal = await openJournal('journal', { session: 'new', startedAt: 2, maxEntries: 12 });
    await journal.append(entries(10, 10));
    expect(await sessionsIn('journal')).toMatchObject([{ id: 'new', entries: 10 }]);
    expect(await textsOf(journal, 'old')).toEqual([]);
  });

  it('is kept in memory where there is no IndexedDB, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const notices: JournalNotice[] = [];
    const journal = await openJournal('journal', { onNotice: (notice) => notices.push(notice) });
    expect(journal.persistent).toBe(false);
    expect(notices).toMatchObject([{ kind: 'memory-only' }]);
    await journal.append(entries(0, 2));
    expect(await textsOf(journal)).toEqual(['body 0', 'body 1']);
  });

  it('is kept in memory where IndexedDB is refused', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    const journal = await openJournal();
    expect(journal.persistent).toBe(false);
  });
});

/** A shelf with room for a number of entries, as a browser's quota has. */
function fullShelf(room: number): JournalShelf {
  const inner = new MemoryShelf();
  return {
    get total() {
      return inner.total;
    },
    async append(batch) {
      if (inner.total.entries + batch.entries.length > room)
        throw new DOMException('no room', 'QuotaExceededError');
      return inner.append(batch);
    },
    links: (session) => inner.links(session),
    recentIds: (limit) => inner.recentIds(limit),
    read: (...args) => inner.read(...args),
    sessions: () => inner.sessions(),
    deleteSession: (id) => inner.deleteSession(id),
    deleteFirst: (...args) => inner.deleteFirst(...args),
    close: () => inner.close(),
  };
}

describe("when the browser's quota is full", () => {
  it('the oldest make room, and the newest are kept', async () => {
    const notices: JournalNotice[] = [];
    const onNotice = (notice: JournalNotice) => notices.push(notice);
    const journal = new Journal(fullShelf(600), { onNotice });
    for (let from = 0; from < 1_200; from += 300) await journal.append(entries(from, 300));
    expect(journal.persistent).toBe(true);
    expect((await textsOf(journal)).at(-1)).toBe('body 1199');
    expect(notices.length).toBeGreaterThan(0);
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['dropped']));
  });

  it('a write that the database refuses leaves nothing behind, and is tried again', async () => {
    const old = await openJournal('journal', { session: 'old', startedAt: 1 });
    await old.append(entries(0, 10));
    old.close();
    const journal = await openJournal('journal', { session: 'new', startedAt: 2 });
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await journal.append(entries(10, 5));
    vi.restoreAllMocks();
    expect(journal.persistent).toBe(true);
    expect(await textsOf(journal)).toEqual(entries(10, 5).map(({ text }) => text));
    expect(await sessionsIn('journal')).toMatchObject([{ id: 'new', entries: 5 }]);
  });

  it('and nothing can be dropped, it goes on in memory and says so', async () => {
    const notices: JournalNotice[] = [];
    const journal = new Journal(fullShelf(0), { onNotice: (notice) => notices.push(notice) });
    await journal.append(entries(0, 5));
    expect(journal.persistent).toBe(false);
    expect(notices).toMatchObject([{ kind: 'memory-only', reason: 'no room' }]);
    expect(await textsOf(journal)).toHaveLength(5);
  });
});

describe('when the browser can drop nothing', () => {
  const broken = () => Promise.reject(new DOMException('broken', 'UnknownError'));
  const own = { id: 'new', startedAt: 2 };
  const other = { id: 'old', startedAt: 1 };
  const beyondBound = { room: 100, maxEntries: 0 };
  const fullQuota = { room: 5, maxEntries: 100 };

  it.each([
    ['sessions', own, beyondBound, 0],
    ['deleteFirst', own, beyondBound, 0],
    ['deleteSession', other, beyondBound, 0],
    ['deleteFirst', own, fullQuota, 5],
    ['deleteSession', other, fullQuota, 5],
  ] as const)('%s of %j with %j fails: it goes on in memory', async (call, oldest, size, kept) => {
    const shelf = fullShelf(size.room);
    const old = { ...entry('old'), session: oldest.id, sequence: 0 };
    const head = { ...oldest, seed: null, mapping: null };
    await shelf.append({ head, entries: [old], links: [] });
    const notices: JournalNotice[] = [];
    const journal = new Journal(
      { ...shelf, total: shelf.total, [call]: broken },
      {
        session: own.id,
        maxEntries: size.maxEntries,
        onNotice: (notice) => notices.push(notice),
      },
    );
    await journal.append(entries(0, 5));
    expect(journal.persistent).toBe(false);
    expect(notices).toEqual([{ kind: 'memory-only', reason: 'broken' }]);
    expect(await textsOf(journal)).toHaveLength(kept);
  });
});
