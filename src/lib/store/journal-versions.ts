import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { JournalDatabase, JournalSchema } from './journal-database';
import type { StoredEntry } from './journal-shelf';
import { batchOf } from './stored-batch';

type Upgrade = IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], 'versionchange'>;
/** The same, where it has stores that this version no longer knows. */
type EarlierUpgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** How many entries of the second version become one batch: as many as the poll loop takes at once. */
const PACKED = 40;

/** The first version noted neither seed, mapping, links nor ids. */
async function createSecond(database: JournalDatabase, change: Upgrade): Promise<void> {
  database.createObjectStore('links', { keyPath: ['session', 'slot'] });
  database.createObjectStore('ids');
  const sessions = change.objectStore('sessions');
  for (const { id, startedAt, entries, bytes } of await sessions.getAll()) {
    const unknown = { seed: null, mapping: null, lastAt: startedAt, dropped: 0 };
    await sessions.put({ id, startedAt, entries, bytes, ...unknown });
  }
}

/**
 * Packs the entries of earlier versions, which kept a message a record, into batches. A message that the first version
 * kept twice is found by its first entry.
 */
async function packEntries(database: JournalDatabase, change: Upgrade): Promise<void> {
  const entries = (change as unknown as EarlierUpgrade).objectStore('entries');
  const found = new Set<string>();
  let after: IDBKeyRange | null = null;
  for (;;) {
    const chunk: StoredEntry[] = await entries.getAll(after, PACKED);
    const last = chunk.at(-1);
    if (!last) break;
    after = IDBKeyRange.lowerBound([last.session, last.sequence], true);
    for (const ofSession of Map.groupBy(chunk, ({ session }) => session).values()) {
      const messageIds = ofSession.map(({ messageId }) => messageId);
      const batch = batchOf(
        ofSession,
        messageIds.filter((messageId) => !found.has(messageId)),
      );
      for (const messageId of messageIds) found.add(messageId);
      if (batch) await change.objectStore('batches').add(batch);
    }
  }
  (database as unknown as IDBPDatabase).deleteObjectStore('entries');
}

/** Creates a database's stores, or changes those of an earlier version (0 where there is none) into this one's. */
export async function bringAlong(
  database: JournalDatabase,
  from: number,
  change: Upgrade,
): Promise<void> {
  if (from < 1)
    database.createObjectStore('sessions', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
  if (from < 2) await createSecond(database, change);
  const batches = database.createObjectStore('batches', { keyPath: ['session', 'sequence'] });
  batches.createIndex('messageIds', 'messageIds', { unique: true, multiEntry: true });
  if (from > 0) await packEntries(database, change);
}
