import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { EpochMs } from '$lib/core/event/aws-event';
import {
  amountOf,
  moved,
  type Amount,
  type JournalSession,
  type JournalShelf,
  type StoredEntry,
} from './journal-shelf';

interface Schema extends DBSchema {
  entries: { key: [session: string, sequence: number]; value: StoredEntry };
  sessions: { key: string; value: JournalSession; indexes: { startedAt: number } };
}
type Database = IDBPDatabase<Schema>;

/** The version of the schema. */
const VERSION = 1;
const STORES = ['entries', 'sessions'] as const;
const RELAXED = { durability: 'relaxed' } as const;

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

/** Another page holds an older version of the database, and does not give way. */
class DatabaseHeldError extends Error {
  override readonly name = 'DatabaseHeldError';
  readonly resolution = 'Close the other tabs of this page, then reload it.';

  constructor() {
    super('another tab holds an older version of the database');
  }
}

function createStores(fresh: Database): void {
  fresh.createObjectStore('entries', { keyPath: ['session', 'sequence'] });
  const sessions = fresh.createObjectStore('sessions', { keyPath: 'id' });
  sessions.createIndex('startedAt', 'startedAt');
}

/** The database, unless an older version of it is held; one that comes after all is closed, for nobody waits for it. */
function opened(name: string, onClosed: (reason: string) => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let isHeld = false;
    const opening = openDB<Schema>(name, VERSION, {
      upgrade: createStores,
      blocked() {
        isHeld = true;
        reject(new DatabaseHeldError());
      },
      blocking(_held, _wanted, event) {
        (event.target as IDBDatabase).close();
        onClosed('another tab needs a later version of the database');
      },
      terminated: () => onClosed('the browser closed its database'),
    });
    opening.then((database) => (isHeld ? database.close() : resolve(database)), reject);
  });
}

/** Keeps entries in the browser's IndexedDB, one transaction a batch. */
export class DatabaseShelf implements JournalShelf {
  readonly #database: Database;
  total: Amount;

  private constructor(database: Database, total: Amount) {
    this.#database = database;
    this.total = total;
  }

  /**
   * Opens or creates a database. It gives way to a page that wants a later version of it.
   *
   * @param onClosed told the reason when the database is closed under us.
   * @throws DatabaseHeldError when another page holds an older version of it.
   * @throws DOMException, TypeError or ReferenceError where the browser has no IndexedDB or refuses it.
   */
  static async open(name: string, onClosed: (reason: string) => void): Promise<DatabaseShelf> {
    const database = await opened(name, onClosed);
    const kept = await database.getAll('sessions');
    const total = kept.reduce<Amount>((sum, session) => moved(sum, session, 1), {
      entries: 0,
      bytes: 0,
    });
    return new DatabaseShelf(database, total);
  }

  async append(startedAt: EpochMs, entries: readonly StoredEntry[]): Promise<void> {
    const [first] = entries;
    if (!first) return;
    const change = this.#database.transaction(STORES, 'readwrite', RELAXED);
    const sessions = change.objectStore('sessions');
    const added = amountOf(entries);
    const counted = async () => {
      const before = await sessions.get(first.session);
      const session = before ?? { id: first.session, startedAt, entries: 0, bytes: 0 };
      await sessions.put(moved(session, added, 1));
    };
    try {
      // Each in its own promise, so that a write refused on the spot leaves none of the others unheard.
      const writes = entries.map(async (entry) => change.objectStore('entries').put(entry));
      await Promise.all([...writes, counted(), change.done]);
    } catch (error) {
      throw await abandoned(change, error);
    }
    this.total = moved(this.total, added, 1);
  }

  async read(session: string, from: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.#database.getAll('entries', rangeOf(session, from), limit);
  }

  async sessions(): Promise<readonly JournalSession[]> {
    return this.#database.getAllFromIndex('sessions', 'startedAt');
  }

  async deleteSession(id: string): Promise<void> {
    const change = this.#database.transaction(STORES, 'readwrite', RELAXED);
    const session = await change.objectStore('sessions').get(id);
    await change.objectStore('entries').delete(rangeOf(id));
    await change.objectStore('sessions').delete(id);
    await change.done;
    if (session) this.total = moved(this.total, session, -1);
  }

  async deleteFirst(session: string, limit: number): Promise<Amount> {
    const change = this.#database.transaction(STORES, 'readwrite', RELAXED);
    const entries = change.objectStore('entries');
    const first = await entries.getAll(rangeOf(session), limit);
    const last = first.at(-1);
    const dropped = amountOf(first);
    if (last) {
      await entries.delete(IDBKeyRange.bound([session, 0], [session, last.sequence]));
      const kept = await change.objectStore('sessions').get(session);
      if (kept) await change.objectStore('sessions').put(moved(kept, dropped, -1));
    }
    await change.done;
    this.total = moved(this.total, dropped, -1);
    return dropped;
  }

  close(): void {
    this.#database.close();
  }
}
