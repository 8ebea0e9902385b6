import type { EpochMs } from '$lib/core/event/aws-event';

/** One message body, as it came and as it was heard. */
export interface JournalEntry {
  readonly text: string;
  readonly messageId: string;
  /** When the message was sent, where the source knew. */
  readonly sentAt: EpochMs | null;
  readonly receivedAt: EpochMs;
  /** The slots that its events were heard in. */
  readonly slots: readonly number[];
}

/** An entry with its place: sequences count up from 0 in each session, in the order of arrival. */
export interface StoredEntry extends JournalEntry {
  readonly session: string;
  readonly sequence: number;
}

/** What is kept of one listening session. */
export interface JournalSession {
  readonly id: string;
  readonly startedAt: EpochMs;
  readonly entries: number;
  /** About what the entries take, in bytes. */
  readonly bytes: number;
}

export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

/** A place where entries are kept: the browser's database, or memory where there is none. */
export interface JournalShelf {
  /** Everything that is kept, over all sessions. */
  readonly total: Amount;
  /** Keeps all entries or none. They belong to one session and follow each other. */
  append(startedAt: EpochMs, entries: readonly StoredEntry[]): Promise<void>;
  /** Entries of a session from a sequence on, in order, at most `limit`. */
  read(session: string, from: number, limit: number): Promise<readonly StoredEntry[]>;
  /** Oldest first. */
  sessions(): Promise<readonly JournalSession[]>;
  deleteSession(id: string): Promise<void>;
  /** Drops a session's first entries, at most `limit`. */
  deleteFirst(session: string, limit: number): Promise<Amount>;
  close(): void;
}

/** What the fields beside the text take, about. */
const OVERHEAD_BYTES = 120;

/** About what an entry takes in a store, in bytes: texts of JSON are one byte a character. */
export function bytesOf({ text }: JournalEntry): number {
  return text.length + OVERHEAD_BYTES;
}

export function amountOf(entries: readonly JournalEntry[]): Amount {
  return {
    entries: entries.length,
    bytes: entries.reduce((sum, entry) => sum + bytesOf(entry), 0),
  };
}

/** Adds `sign` times an amount. */
export function moved<T extends Amount>(from: T, by: Amount, sign: 1 | -1): T {
  return {
    ...from,
    entries: from.entries + sign * by.entries,
    bytes: from.bytes + sign * by.bytes,
  };
}
