import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { LinkChange } from '$lib/core/score/journal';
import type { JournalSession } from './journal-shelf';
import { bringAlong } from './journal-versions';
import type { StoredBatch } from './stored-batch';

/** A change of a session's link, as it is kept. */
export interface StoredLink extends LinkChange {
  readonly session: string;
}

export interface JournalSchema extends DBSchema {
  batches: {
    key: [session: string, sequence: number];
    value: StoredBatch;
    /** Every message is in one batch at most. */
    indexes: { messageIds: string };
  };
  sessions: { key: string; value: JournalSession; indexes: { startedAt: number } };
  links: { key: [session: string, slot: number]; value: StoredLink };
  /** The ids of new events, a batch a record; the key is how many ids there were, ever, up to and with the batch. */
  ids: { key: number; value: readonly string[] };
}

export const STORES = ['batches', 'sessions', 'links', 'ids'] as const;
export type JournalDatabase = IDBPDatabase<JournalSchema>;
/** A transaction that may change everything. */
export type JournalChange = IDBPTransaction<JournalSchema, typeof STORES, 'readwrite'>;

/** The version of the schema. */
const VERSION = 3;

/** Another page holds an older version of the database, and does not give way. */
class DatabaseHeldError extends Error {
  override readonly name = 'DatabaseHeldError';
  readonly resolution = 'Close the other tabs of this page, then reload it.';

  constructor() {
    super('another tab holds an older version of the database');
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
    const opening = openDB<JournalSchema>(name, VERSION, {
      upgrade(database, from, _to, change) {
        // When it fails, so does the opening, which tells.
        change.done.catch(() => undefined);
        bringAlong(database, from, change).catch(() => change.abort());
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
