import type { EpochMs } from '$lib/core/event/aws-event';
import type { LinkChange } from '$lib/core/score/journal';

/** One message body, as it came and as it was heard. */
export interface JournalEntry {
  readonly text: string;
  readonly messageId: string;
  /** When the message was sent, where the source knew. */
  readonly sentAt: EpochMs | null;
  readonly receivedAt: EpochMs;
  /** The slots that its new events were heard in, in the reading's order. */
  readonly slots: readonly number[];
  /** The ids of the events that were new in it, in the reading's order; absent where that was not noted. */
  readonly ids?: readonly string[];
  /** Why its events were passed over, unheard; absent where they were heard. */
  readonly passed?: string;
}

/** An entry with its place: sequences rise from 0 in each session, in the order of arrival; some may be missing. */
export interface StoredEntry extends JournalEntry {
  readonly session: string;
  readonly sequence: number;
}

/** What is known of a listening session from its beginning on. */
export interface SessionHead {
  readonly id: string;
  readonly startedAt: EpochMs;
  /** What the composer drew its chance from; null where it was not noted. */
  readonly seed: number | null;
  /** What the session was heard through; null where it was not noted. */
  readonly mapping: { readonly name: string; readonly sha256: string } | null;
}

/** What is kept of one listening session. */
export interface JournalSession extends SessionHead {
  readonly entries: number;
  /** About what the entries take, in bytes. */
  readonly bytes: number;
  /** When the newest of its entries was received. */
  readonly lastAt: EpochMs;
  /** How many of its first entries made room for others. */
  readonly dropped: number;
}

export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

/** What is kept at once: entries of one session that follow each other, and changes of its link. */
export interface ShelfBatch {
  readonly head: SessionHead;
  readonly entries: readonly StoredEntry[];
  readonly links: readonly LinkChange[];
}

/** A place where entries are kept: the browser's database, or memory where there is none. */
export interface JournalShelf {
  /** Everything that is kept, over all sessions; less or more by what other tabs did since it was counted last. */
  readonly total: Amount;
  /**
   * Keeps a batch, all or none; an entry whose message is kept already, in any session, is passed over. Gives the
   * message ids of those.
   */
  append(batch: ShelfBatch): Promise<ReadonlySet<string>>;
  /** The next entries of a session, some hundreds, in order, from 0 or from where an earlier reading ended. */
  read(session: string, from: number): Promise<readonly StoredEntry[]>;
  /** The changes of a session's link, in the order of slots. */
  links(session: string): Promise<readonly LinkChange[]>;
  /** The newest ids of new events over all sessions, oldest first, at most `limit`; at least 20,000 are known. */
  recentIds(limit: number): Promise<readonly string[]>;
  /** Oldest first. */
  sessions(): Promise<readonly JournalSession[]>;
  deleteSession(id: string): Promise<void>;
  /** Drops a session's first entries, at most `limit`. */
  deleteFirst(session: string, limit: number): Promise<Amount>;
  close(): void;
}

/** How many ids of new events are remembered at least; they outlive the entries that they came in. */
export const IDS_KEPT = 20_000;
/** How many changes of the link are kept of a session: three hours of one a second. */
export const LINKS_KEPT = 10_000;

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

/** What some sessions have together. */
export function totalOf(sessions: readonly Amount[]): Amount {
  return sessions.reduce<Amount>((sum, session) => moved(sum, session, 1), {
    entries: 0,
    bytes: 0,
  });
}

/** The record of a session after some entries were added to it. */
export function grown(
  before: JournalSession | undefined,
  head: SessionHead,
  added: readonly JournalEntry[],
): JournalSession {
  const session = before ?? { ...head, entries: 0, bytes: 0, lastAt: head.startedAt, dropped: 0 };
  const lastAt = added.reduce(
    (latest, entry) => Math.max(latest, entry.receivedAt),
    session.lastAt,
  );
  return { ...moved(session, amountOf(added), 1), lastAt };
}

/** The record of a session after its first entries were dropped. */
export function shrunk(before: JournalSession, dropped: Amount): JournalSession {
  return { ...moved(before, dropped, -1), dropped: before.dropped + dropped.entries };
}

/** The entries whose messages are not kept yet, each message once. */
export function freshOf(
  entries: readonly StoredEntry[],
  isKept: (messageId: string) => boolean,
): readonly StoredEntry[] {
  const taken = new Set<string>();
  return entries.filter(({ messageId }) => {
    if (isKept(messageId) || taken.has(messageId)) return false;
    taken.add(messageId);
    return true;
  });
}

export function idsOf(entries: readonly JournalEntry[]): string[] {
  return entries.flatMap(({ ids }) => ids ?? []);
}
