import type { EpochMs } from '$lib/core/event/aws-event';
import type { LinkChange, ScoreJournal } from '$lib/core/score/journal';
import { DatabaseShelf } from './database-shelf';
import { dropOldest } from './eviction';
import {
  type Amount,
  IDS_KEPT,
  type JournalEntry,
  type JournalShelf,
  LINKS_KEPT,
  type SessionHead,
  type ShelfBatch,
  type StoredEntry,
  totalOf,
} from './journal-shelf';
import { MemoryShelf } from './memory-shelf';
import { scoreJournalOf, SessionNotReplayableError } from './score-journal';

export type { JournalEntry, StoredEntry } from './journal-shelf';

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
  /** What the session is heard with, noted so that it can be replayed. */
  readonly seed?: number;
  readonly mapping?: { readonly name: string; readonly sha256: string };
  /** The most entries kept over all sessions. */
  readonly maxEntries?: number;
  /** The most bytes kept over all sessions, about. */
  readonly maxBytes?: number;
  readonly onNotice?: (notice: JournalNotice) => void;
  /** The wall clock, by which sessions that may be open are told from others. */
  readonly now?: () => EpochMs;
}

const MAX_ENTRIES = 250_000;
const MAX_BYTES = 250 * 1024 * 1024;
/** A memory that outlives no page need not hold more. */
const MAX_MEMORY_BYTES = 50 * 1024 * 1024;
/** How often room is made for one batch when the browser's quota is full. */
const QUOTA_TRIES = 20;

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An entry's own fields and no others, each copied. */
function copied({ text, messageId, sentAt, receivedAt, slots, ids, passed }: JournalEntry) {
  const noted = { ...(ids && { ids: [...ids] }), ...(passed && { passed }) };
  return { text, messageId, sentAt, receivedAt, slots: [...slots], ...noted };
}

/**
 * What was heard and when: written before a message is deleted, read back in the order of arrival. The browser is not
 * asked to spare it when disks run full: some ask the listener in turn, and what an open page writes is not in danger.
 */
export class Journal {
  readonly #head: SessionHead;
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  readonly #notice: (notice: JournalNotice) => void;
  readonly #now: () => EpochMs;
  #shelf: JournalShelf;
  #next = 0;
  /** Whether the session has its record on the shelf; changes of the link wait until it has. */
  #isBegun = false;
  #link: LinkChange['link'] = 'up';
  #links: LinkChange[] = [];

  constructor(shelf: JournalShelf, options: JournalOptions = {}) {
    this.#shelf = shelf;
    this.#now = options.now ?? Date.now;
    const { session: id = crypto.randomUUID(), startedAt = this.#now() } = options;
    const { name, sha256 } = options.mapping ?? {};
    const mapping = name === undefined || sha256 === undefined ? null : { name, sha256 };
    this.#head = { id, startedAt, seed: options.seed ?? null, mapping };
    this.#maxEntries = options.maxEntries ?? MAX_ENTRIES;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
    this.#notice = options.onNotice ?? (() => undefined);
  }

  /** The id of the session that is written. */
  get session(): string {
    return this.#head.id;
  }

  /** Whether entries outlive the page. */
  get persistent(): boolean {
    return !(this.#shelf instanceof MemoryShelf);
  }

  /**
   * Keeps a batch of entries, all or none, and resolves when they are safe. Each message is kept once, over all
   * sessions and tabs: gives the ids of those that had been kept before, whose entries are passed over. It does not
   * reject: when the browser's quota is full the oldest entries make room, and when the browser keeps nothing any
   * more, memory does.
   */
  async append(entries: readonly JournalEntry[]): Promise<ReadonlySet<string>> {
    const stored = entries.map((entry) => ({
      ...copied(entry),
      session: this.session,
      sequence: this.#next++,
    }));
    if (stored.length === 0) return new Set();
    this.#isBegun = true;
    return this.#write(stored);
  }

  /**
   * Notes that the link changed, in force from a slot on, for the session's replay; the newest 10,000 changes are kept.
   * It is up until the first. One that comes before the first entry is kept with it, any other at once.
   */
  noteLink(slot: number, link: LinkChange['link']): void {
    if (link === this.#link) return;
    this.#link = link;
    this.#links = [...this.#links, { slot, link }].slice(-LINKS_KEPT);
    if (this.#isBegun) void this.#write([]);
  }

  /**
   * The newest ids of new events over all sessions, oldest first, read without their bodies. At least 20,000 are known,
   * also of entries that were dropped. None where the browser cannot tell.
   */
  async recentIds(limit = IDS_KEPT): Promise<readonly string[]> {
    try {
      return await this.#shelf.recentIds(limit);
    } catch (error) {
      this.keepInMemory(reasonOf(error));
      return [];
    }
  }

  /**
   * What was heard in a session, this one unless told, as `replay` wants it. A session that lost its first entries
   * (`dropped` in its record) gives the rest.
   *
   * @throws SessionNotReplayableError where it is not kept, or its seed or mapping is not known.
   */
  async exportSession(id = this.session): Promise<ScoreJournal> {
    const isOwn = id === this.session;
    const kept = (await this.#shelf.sessions()).find((session) => session.id === id);
    const head = isOwn ? this.#head : kept;
    if (!head) throw new SessionNotReplayableError(id);
    const links = [...(await this.#shelf.links(id)), ...(isOwn ? this.#links : [])];
    const entries: StoredEntry[] = [];
    for await (const entry of this.read(id)) entries.push(entry);
    return scoreJournalOf(head, entries, links);
  }

  /** A session's entries in order of arrival; this one's unless told. */
  async *read(session = this.session): AsyncGenerator<StoredEntry, void, undefined> {
    let from = 0;
    for (;;) {
      const chunk = await this.#shelf.read(session, from);
      yield* chunk;
      const last = chunk.at(-1);
      if (!last) return;
      from = last.sequence + 1;
    }
  }

  close(): void {
    this.#shelf.close();
  }

  /** Goes on in memory; what the browser kept until now stays there. */
  keepInMemory(reason: string): void {
    if (!this.persistent) return;
    this.#shelf.close();
    this.#shelf = new MemoryShelf();
    this.#isBegun = false;
    this.#notice({ kind: 'memory-only', reason });
  }

  async #write(entries: readonly StoredEntry[]): Promise<ReadonlySet<string>> {
    const links = this.#links;
    this.#links = [];
    const kept = await this.#keep({ head: this.#head, entries, links }, QUOTA_TRIES);
    await this.#keepWithinBounds();
    return kept;
  }

  async #keep(batch: ShelfBatch, tries: number): Promise<ReadonlySet<string>> {
    try {
      return await this.#shelf.append(batch);
    } catch (error) {
      if (!isQuota(error) || tries === 0 || !(await this.#makeRoom()))
        this.keepInMemory(reasonOf(error));
      return this.#keep(batch, tries - 1);
    }
  }

  async #keepWithinBounds(): Promise<void> {
    const maxBytes = this.persistent ? this.#maxBytes : Math.min(this.#maxBytes, MAX_MEMORY_BYTES);
    const isOver = ({ entries, bytes }: Amount) => entries > this.#maxEntries || bytes > maxBytes;
    while (isOver(this.#shelf.total) && (await this.#makeRoom(isOver)));
  }

  /**
   * Drops the oldest; false when there is nothing to drop, or another tab has made room. A browser that cannot drop
   * keeps nothing reliably: the journal then goes on in memory.
   *
   * @param isNeeded whether room is needed while so much is kept; told only what was just counted
   */
  async #makeRoom(isNeeded: (kept: Amount) => boolean = () => true): Promise<boolean> {
    try {
      if (!isNeeded(totalOf(await this.#shelf.sessions()))) return false;
      const amount = await dropOldest(this.#shelf, this.session, this.#now());
      if (amount.entries === 0) return false;
      this.#notice({ kind: 'dropped', amount });
      return true;
    } catch (error) {
      this.keepInMemory(reasonOf(error));
      return false;
    }
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
