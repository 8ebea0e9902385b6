import type { StoredEntry } from './journal-shelf';

/**
 * Entries of one session that were kept at once, as one record: a browser's database takes forty entries in one record
 * nearly as fast as one.
 */
export interface StoredBatch {
  readonly session: string;
  /** The sequence of the first entry. */
  readonly sequence: number;
  readonly entries: readonly StoredEntry[];
  /** The messages that the entries came in, by which they are found. */
  readonly messageIds: readonly string[];
}

/**
 * Entries of one session, in their order, as one record; null for none.
 *
 * @param messageIds those of the entries unless told; a message can be found in one record only.
 */
export function batchOf(
  entries: readonly StoredEntry[],
  messageIds: readonly string[] = entries.map(({ messageId }) => messageId),
): StoredBatch | null {
  const [first] = entries;
  return first ? { session: first.session, sequence: first.sequence, messageIds, entries } : null;
}
