import type { EpochMs } from '$lib/core/event/aws-event';
import { DatabaseShelf } from './database-shelf';
import {
  type Amount,
  type JournalEntry,
  type JournalSession,
  type JournalShelf,
  type StoredEntry,
} from './journal-shelf';
import { MemoryShelf } from './memory-shelf';

export type { JournalEntry, JournalSession, StoredEntry } from './journal-shelf';

/** What a listener should know of the keeping. */
export type JournalNotice =
  /** The oldest entries made room for new ones. */
  | { readonly kind: 'dropped'; readonly amount: Amount }
  /** Entries are lost when the page closes: the browser keeps none. */
  | { readonly kind: 'memory-only'; readonly reason: string };

export interface JournalOptions {
  /** The id of the session that is written; a new one unless told. */
  readonly session?: string;
  readonly startedAt?: EpochMs;
  /** The most entries kept over all sessions. */
  readonly maxEntries?: number;
  /** The most bytes kept over all sessions, about. */
  readonly maxBytes?: number;
  readonly onNotice?: (notice: JournalNotice) => void;
}

const MAX_ENTRIES = 250_000;
const MAX_BYTES = 250 * 1024 * 1024;
/** A memory that outlives no page need not hold more. */
const MAX_MEMORY_BYTES = 50 * 1024 * 1024;
/** How many entries are read or dropped at a time. */
const CHUNK = 500;
/** How often room is made for one batch when the browser's quota is full. */
const QUOTA_TRIES = 20;

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was heard and when: written before a message is deleted, read back in the order of arrival. */
export class Journal {
  readonly session: string;
  readonly startedAt: EpochMs;
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  readonly #notice: (notice: JournalNotice) => void;
  #shelf: JournalShelf;
  #next = 0;

  constructor(shelf: JournalShelf, options: JournalOptions = {}) {
    this.#shelf = shelf;
    this.session = options.session ?? crypto.randomUUID();
    this.startedAt = options.startedAt ?? Date.now();
    this.#maxEntries = options.maxEntries ?? MAX_ENTRIES;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
    this.#notice = options.onNotice ?? (() => undefined);
  }

  /** Whether entries outlive the page. */
  get persistent(): boolean {
    return !(this.#shelf instanceof MemoryShelf);
  }

  /**
   * Keeps a batch of entries, all or none, and resolves when they are safe. It does not reject: when the browser's
   * quota is full the oldest entries make room, and when the browser keeps nothing any more, memory does.
   */
  async append(entries: readonly JournalEntry[]): Promise<void> {
    const stored = entries.map((entry) => ({
      text: entry.text,
      messageId: entry.messageId,
      sentAt: entry.sentAt,
      receivedAt: entry.receivedAt,
      slots: [...entry.slots],
      session: this.session,
      sequence: this.#next++,
    }));
    if (stored.length === 0) return;
    await this.#keep(stored, QUOTA_TRIES);
    await this.#keepWithinBounds();
  }

  /** A session's entries in order of arrival; this one's unless told. */
  async *read(session = this.session): AsyncGenerator<StoredEntry, void, undefined> {
    let from = 0;
    for (;;) {
      const chunk = await this.#shelf.read(session, from, CHUNK);
      yield* chunk;
      const last = chunk.at(-1);
      if (!last || chunk.length < CHUNK) return;
      from = last.sequence + 1;
    }
  }

  /** All sessions that are kept, oldest first. */
  sessions(): Promise<readonly JournalSession[]> {
    return this.#shelf.sessions();
  }

  deleteSession(id: string): Promise<void> {
    return this.#shelf.deleteSession(id);
  }

  close(): void {
    this.#shelf.close();
  }

  /** Goes on in memory; what the browser kept until now stays there. */
  keepInMemory(reason: string): void {
    if (!this.persistent) return;
    this.#shelf.close();
    this.#shelf = new MemoryShelf();
    this.#notice({ kind: 'memory-only', reason });
  }

  async #keep(entries: readonly StoredEntry[], tries: number): Promise<void> {
    try {
      await this.#shelf.append(this.startedAt, entries);
    } catch (error) {
      if (!isQuota(error) || tries === 0 || !(await this.#makeRoom()))
        this.keepInMemory(reasonOf(error));
      await this.#keep(entries, tries - 1);
    }
  }

  async #keepWithinBounds(): Promise<void> {
    const maxBytes = this.persistent ? this.#maxBytes : Math.min(this.#maxBytes, MAX_MEMORY_BYTES);
    const isOver = ({ entries, bytes }: Amount) => entries > this.#maxEntries || bytes > maxBytes;
    while (isOver(this.#shelf.total) && (await this.#makeRoom()));
  }

  /**
   * Drops the oldest; false when there is nothing to drop. A browser that cannot drop keeps nothing reliably: the
   * journal then goes on in memory.
   */
  async #makeRoom(): Promise<boolean> {
    try {
      const amount = await this.#dropOldest();
      if (amount.entries === 0) return false;
      this.#notice({ kind: 'dropped', amount });
      return true;
    } catch (error) {
      this.keepInMemory(reasonOf(error));
      return false;
    }
  }

  /** Drops the oldest other session, or else the first entries of this one. */
  async #dropOldest(): Promise<Amount> {
    const [oldest] = await this.#shelf.sessions();
    if (!oldest) return { entries: 0, bytes: 0 };
    if (oldest.id === this.session) return this.#shelf.deleteFirst(oldest.id, CHUNK);
    await this.#shelf.deleteSession(oldest.id);
    return oldest;
  }
}

/**
 * Opens the journal and begins a session in it. Where the browser has no IndexedDB, or refuses it as some private
 * windows do, the journal is kept in memory and says so; it never fails to open.
 */
export async function openJournal(
  name = 'aws-musical-event',
  options: JournalOptions = {},
): Promise<Journal> {
  let journal: Journal | null = null;
  const onClosed = (reason: string) => journal?.keepInMemory(reason);
  try {
    journal = new Journal(await DatabaseShelf.open(name, onClosed), options);
    return journal;
  } catch (error) {
    options.onNotice?.({ kind: 'memory-only', reason: reasonOf(error) });
    return new Journal(new MemoryShelf(), options);
  }
}
