import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { LinkChange } from '$lib/core/score/journal';
import type { JournalSession, StoredEntry } from './journal-shelf';

/** A change of a session's link, as it is kept. */
export interface StoredLink extends LinkChange {
  readonly session: string;
}

interface Schema extends DBSchema {
  entries: {
    key: [session: string, sequence: number];
    value: StoredEntry;
    indexes: { messageId: string };
  };
  sessions: { key: string; value: JournalSession; indexes: { startedAt: number } };
  links: { key: [session: string, slot: number]; value: StoredLink };
  /** The ids of new events, a batch a record; the key is how many ids there were, ever, up to and with the batch. */
  ids: { key: number; value: readonly string[] };
}

export const STORES = ['entries', 'sessions', 'links', 'ids'] as const;
export type JournalDatabase = IDBPDatabase<Schema>;
/** A transaction that may change everything. */
export type JournalChange = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;
type Upgrade = IDBPTransaction<Schema, (typeof STORES)[number][], 'versionchange'>;

/** The version of the schema. */
const VERSION = 2;

/** Another page holds an older version of the database, and does not give way. */
class DatabaseHeldError extends Error {
  override readonly name = 'DatabaseHeldError';
  readonly resolution = 'Close the other tabs of this page, then reload it.';

  constructor() {
    super('another tab holds an older version of the database');
  }
}

function createFirst(database: JournalDatabase): void {
  database.createObjectStore('entries', { keyPath: ['session', 'sequence'] });
  const sessions = database.createObjectStore('sessions', { keyPath: 'id' });
  sessions.createIndex('startedAt', 'startedAt');
}

/**
 * From version 1, which noted neither seed, mapping, links nor ids, and might keep a message twice: the index is not
 * unique for its sake.
 */
async function createSecond(database: JournalDatabase, change: Upgrade): Promise<void> {
  change.objectStore('entries').createIndex('messageId', 'messageId');
  database.createObjectStore('links', { keyPath: ['session', 'slot'] });
  database.createObjectStore('ids');
  const sessions = change.objectStore('sessions');
  for (const { id, startedAt, entries, bytes } of await sessions.getAll()) {
    const unknown = { seed: null, mapping: null, lastAt: startedAt, dropped: 0 };
    await sessions.put({ id, startedAt, entries, bytes, ...unknown });
  }
}

/**
 * Opens or creates a database, or brings it to this version. It gives way to a page that wants a later one, and one
 * that opens after all, when nobody waits for it any more, is closed.
 *
 * @param onClosed told the reason when the database is closed under us.
 * @throws DatabaseHeldError when another page holds an older version of it.
 * @throws DOMException, TypeError or ReferenceError where the browser has no IndexedDB or refuses it.
 */
export function openDatabase(
  name: string,
  onClosed: (reason: string) => void,
): Promise<JournalDatabase> {
  return new Promise((resolve, reject) => {
    let isHeld = false;
    const opening = openDB<Schema>(name, VERSION, {
      upgrade(database, from, _to, change) {
        if (from < 1) createFirst(database);
        // When it fails, so does the opening, which tells.
        change.done.catch(() => undefined);
        if (from < 2) createSecond(database, change).catch(() => change.abort());
      },
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
