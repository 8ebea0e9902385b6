import type { LinkChange } from '$lib/core/score/journal';
import {
  type JournalChange,
  type JournalDatabase,
  openDatabase,
  STORES,
  type StoredLink,
} from './journal-database';
import {
  type Amount,
  amountOf,
  freshOf,
  grown,
  IDS_KEPT,
  idsOf,
  type JournalSession,
  type JournalShelf,
  LINKS_KEPT,
  moved,
  type ShelfBatch,
  shrunk,
  type StoredEntry,
  totalOf,
} from './journal-shelf';
import { batchOf } from './stored-batch';

const RELAXED = { durability: 'relaxed' } as const;
/** Forgotten ids go this many at a time. */
const IDS_FORGOTTEN = 1_000;
/** What is kept is counted anew each time that this many batches were added to the last count. */
const COUNT_EVERY = 50;
/** How many batches are read at a time: of one entry when little happens, of forty when much does. */
const BATCHES_READ = 50;

/** Everything of one session in a store whose key begins with it. */
function rangeOf(session: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([session, from], [session, Infinity]);
}

/**
 * Undoes a transaction that failed, and gives the reason: the transaction's own (a full quota, for one) tells more
 * than that of the first write which went down with it.
 */
async function abandoned(
  change: { abort(): void; readonly done: Promise<void>; readonly error: DOMException | null },
  error: unknown,
): Promise<unknown> {
  try {
    change.abort();
  } catch {
    // It has ended already.
  }
  await change.done.catch(() => undefined);
  return change.error ?? error;
}

/** Whether a write failed because a message is kept already. */
function isKeptTwice(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConstraintError';
}

/** Which of some messages are kept, in any session. */
async function keptOf(
  change: JournalChange,
  entries: readonly StoredEntry[],
): Promise<ReadonlySet<string>> {
  const byMessage = change.objectStore('batches').index('messageIds');
  const keys = await Promise.all(entries.map(({ messageId }) => byMessage.getKey(messageId)));
  return new Set(entries.filter((_, place) => keys[place]).map(({ messageId }) => messageId));
}

/** Remembers the ids of new events after the newest that is known, and forgets the oldest from time to time. */
async function remember(
  change: JournalChange,
  newest: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const store = change.objectStore('ids');
  const count = newest + ids.length;
  const isDue = Math.floor(newest / IDS_FORGOTTEN) < Math.floor(count / IDS_FORGOTTEN);
  if (isDue) await store.delete(IDBKeyRange.upperBound(count - IDS_KEPT));
  await store.put(ids, count);
}

/** Notes changes of a session's link, and forgets the oldest beyond the bound. */
async function note(change: JournalChange, links: readonly StoredLink[]): Promise<void> {
  const [first] = links;
  if (!first) return;
  const store = change.objectStore('links');
  await Promise.all(links.map(async (link) => store.put(link)));
  const range = rangeOf(first.session);
  const excess = (await store.count(range)) - LINKS_KEPT;
  const last = excess > 0 ? (await store.getAllKeys(range, excess)).at(-1) : undefined;
  if (last) await store.delete(IDBKeyRange.bound([first.session, 0], last));
}

/** The first entries of a session, in whole batches, until there are as many as told. */
async function firstOf(
  change: JournalChange,
  session: string,
  atLeast: number,
): Promise<readonly StoredEntry[]> {
  const first: StoredEntry[] = [];
  while (first.length < atLeast) {
    const from = (first.at(-1)?.sequence ?? -1) + 1;
    const next = await change.objectStore('batches').getAll(rangeOf(session, from), BATCHES_READ);
    if (next.length === 0) break;
    for (const batch of next) if (first.length < atLeast) first.push(...batch.entries);
  }
  return first;
}

/** Everything that is kept when the changes so far are, whichever tab wrote it. */
async function counted(change: JournalChange): Promise<Amount> {
  return totalOf(await change.objectStore('sessions').getAll());
}

/**
 * Keeps entries in the browser's IndexedDB, one transaction a batch. Other tabs write into the same database: what is
 * kept is counted with the first batch, again after fifty more, and whenever something is dropped.
 */
export class DatabaseShelf implements JournalShelf {
  readonly #database: JournalDatabase;
  total: Amount;
  /** How many batches were added to the last count. */
  #uncounted = COUNT_EVERY;

  private constructor(database: JournalDatabase, total: Amount) {
    this.#database = database;
    this.total = total;
  }

  /** Opens or creates a database, as `openDatabase` does. */
  static async open(name: string, onClosed: (reason: string) => void): Promise<DatabaseShelf> {
    const database = await openDatabase(name, onClosed);
    return new DatabaseShelf(database, totalOf(await database.getAll('sessions')));
  }

  /** A batch is nearly always new: it is looked for only when the database refuses to keep a message twice. */
  async append(batch: ShelfBatch): Promise<ReadonlySet<string>> {
    try {
      return await this.#append(batch, []);
    } catch (error) {
      if (!isKeptTwice(error)) throw error;
      return this.#append(batch, batch.entries);
    }
  }

  /** @param suspects the entries whose messages may be kept already. */
  async #append(
    { head, entries, links }: ShelfBatch,
    suspects: readonly StoredEntry[],
  ): Promise<ReadonlySet<string>> {
    const change = this.#database.transaction(STORES, 'readwrite', RELAXED);
    const sessions = change.objectStore('sessions');
    const keep = async () => {
      const [kept, before, newest] = await Promise.all([
        keptOf(change, suspects),
        sessions.get(head.id),
        change.objectStore('ids').openKeyCursor(null, 'prev'),
      ]);
      const fresh = freshOf(entries, (messageId) => kept.has(messageId));
      const batch = batchOf(fresh);
      const isWritten = entries.length > 0 || before !== undefined;
      const noted = links.map(({ slot, link }) => ({ session: head.id, slot, link }));
      // Each in its own promise, so that a write refused on the spot leaves none of the others unheard.
      await Promise.all([
        batch && (async () => change.objectStore('batches').add(batch))(),
        isWritten && (async () => sessions.put(grown(before, head, fresh)))(),
        isWritten && note(change, noted),
        remember(change, newest?.key ?? 0, idsOf(fresh)),
      ]);
      const count = this.#uncounted >= COUNT_EVERY ? await counted(change) : null;
      return { kept, added: amountOf(fresh), count };
    };
    try {
      const [{ kept, added, count }] = await Promise.all([keep(), change.done]);
      this.total = count ?? moved(this.total, added, 1);
      this.#uncounted = count ? 0 : this.#uncounted + 1;
      return kept;
    } catch (error) {
      throw await abandoned(change, error);
    }
  }

  async read(session: string, from: number): Promise<readonly StoredEntry[]> {
    const batches = await this.#database.getAll('batches', rangeOf(session, from), BATCHES_READ);
    return batches.flatMap(({ entries }) => entries);
  }

  async links(session: string): Promise<readonly LinkChange[]> {
    const kept = await this.#database.getAll('links', rangeOf(session));
    return kept.map(({ slot, link }) => ({ slot, link }));
  }

  async recentIds(limit: number): Promise<readonly string[]> {
    if (limit < 1) return [];
    const store = this.#database.transaction('ids').store;
    const newest = await store.openKeyCursor(null, 'prev');
    if (!newest) return [];
    const batches = await store.getAll(IDBKeyRange.lowerBound(newest.key - limit, true));
    return batches.flat().slice(-limit);
  }

  async sessions(): Promise<readonly JournalSession[]> {
    return this.#database.getAllFromIndex('sessions', 'startedAt');
  }

  async deleteSession(id: string): Promise<void> {
    const change = this.#database.transaction(STORES, 'readwrite', RELAXED);
    await change.objectStore('batches').delete(rangeOf(id));
    await change.objectStore('links').delete(rangeOf(id));
    await change.objectStore('sessions').delete(id);
    await this.#finish(change);
  }

  async deleteFirst(session: string, limit: number): Promise<Amount> {
    const change = this.#database.transaction(STORES, 'readwrite', RELAXED);
    const batches = change.objectStore('batches');
    const first = await firstOf(change, session, limit);
    const end = first.at(-1)?.sequence ?? 0;
    await batches.delete(IDBKeyRange.bound([session, 0], [session, end]));
    const rest = batchOf(first.slice(limit));
    if (rest) await batches.add(rest);
    const dropped = amountOf(first.slice(0, limit));
    const kept = await change.objectStore('sessions').get(session);
    if (kept) await change.objectStore('sessions').put(shrunk(kept, dropped));
    await this.#finish(change);
    return dropped;
  }

  /** Ends a change that dropped something. */
  async #finish(change: JournalChange): Promise<void> {
    const count = await counted(change);
    await change.done;
    this.total = count;
    this.#uncounted = 0;
  }

  close(): void {
    this.#database.close();
  }
}
