import type { LinkChange } from '$lib/core/score/journal';
import {
  type Amount,
  amountOf,
  freshOf,
  grown,
  IDS_KEPT,
  idsOf,
  type JournalSession,
  type JournalShelf,
  LINKS_KEPT,
  moved,
  type ShelfBatch,
  shrunk,
  type StoredEntry,
} from './journal-shelf';

interface Kept {
  session: JournalSession;
  entries: StoredEntry[];
  links: LinkChange[];
}

/** How many entries are read at a time. */
const READ = 500;

/** Keeps entries until the page closes. */
export class MemoryShelf implements JournalShelf {
  readonly #sessions = new Map<string, Kept>();
  readonly #messages = new Set<string>();
  #ids: string[] = [];
  total: Amount = { entries: 0, bytes: 0 };

  async append({ head, entries, links }: ShelfBatch): Promise<ReadonlySet<string>> {
    const already = entries
      .map(({ messageId }) => messageId)
      .filter((id) => this.#messages.has(id));
    const fresh = freshOf(entries, (messageId) => this.#messages.has(messageId));
    const before = this.#sessions.get(head.id);
    if (!before && entries.length === 0) return new Set(already);
    const kept = before ?? { session: grown(undefined, head, []), entries: [], links: [] };
    kept.session = grown(kept.session, head, fresh);
    kept.entries.push(...fresh);
    kept.links = [...kept.links, ...links].slice(-LINKS_KEPT);
    this.#sessions.set(head.id, kept);
    for (const { messageId } of fresh) this.#messages.add(messageId);
    this.#ids = [...this.#ids, ...idsOf(fresh)].slice(-IDS_KEPT);
    this.total = moved(this.total, amountOf(fresh), 1);
    return new Set(already);
  }

  async read(session: string, from: number): Promise<readonly StoredEntry[]> {
    const { entries } = this.#sessions.get(session) ?? { entries: [] };
    return entries.filter(({ sequence }) => sequence >= from).slice(0, READ);
  }

  async links(session: string): Promise<readonly LinkChange[]> {
    return this.#sessions.get(session)?.links ?? [];
  }

  async recentIds(limit: number): Promise<readonly string[]> {
    return this.#ids.slice(Math.max(0, this.#ids.length - limit));
  }

  async sessions(): Promise<readonly JournalSession[]> {
    return [...this.#sessions.values()]
      .map(({ session }) => session)
      .sort((a, b) => a.startedAt - b.startedAt);
  }

  async deleteSession(id: string): Promise<void> {
    await this.deleteFirst(id, Infinity);
    this.#sessions.delete(id);
  }

  async deleteFirst(session: string, limit: number): Promise<Amount> {
    const kept = this.#sessions.get(session);
    const first = kept?.entries.slice(0, limit) ?? [];
    const dropped = amountOf(first);
    for (const { messageId } of first) this.#messages.delete(messageId);
    if (kept) {
      kept.entries = kept.entries.slice(first.length);
      kept.session = shrunk(kept.session, dropped);
    }
    this.total = moved(this.total, dropped, -1);
    return dropped;
  }

  close(): void {
    this.#sessions.clear();
    this.#messages.clear();
    this.#ids = [];
    this.total = { entries: 0, bytes: 0 };
  }
}
