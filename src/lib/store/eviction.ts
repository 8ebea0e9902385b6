import type { EpochMs } from '$lib/core/event/aws-event';
import type { Amount, JournalShelf } from './journal-shelf';

/** How many entries are dropped at a time of a session that may still be open. */
const CHUNK = 500;
/** A session with a newer entry may be another tab's, and still be written. */
const OPEN_MS = 3_600_000;

/**
 * Drops the oldest session of which nothing was heard for an hour, as a whole. Where there is none, drops the first
 * entries of the oldest that has any, the writer's own not spared. Gives what was dropped; nothing when nothing is kept.
 *
 * @param own the session that is written
 */
export async function dropOldest(shelf: JournalShelf, own: string, now: EpochMs): Promise<Amount> {
  const sessions = await shelf.sessions();
  for (const { id, entries, bytes, lastAt } of sessions) {
    if (id === own || now - lastAt < OPEN_MS) continue;
    await shelf.deleteSession(id);
    if (entries > 0) return { entries, bytes };
  }
  const oldest = sessions.find(({ entries }) => entries > 0);
  return oldest ? shelf.deleteFirst(oldest.id, CHUNK) : { entries: 0, bytes: 0 };
}
