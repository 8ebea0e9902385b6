import type { EpochMs } from '$lib/core/event/aws-event';
import {
  amountOf,
  moved,
  type Amount,
  type JournalSession,
  type JournalShelf,
  type StoredEntry,
} from './journal-shelf';

interface Kept {
  readonly startedAt: EpochMs;
  entries: StoredEntry[];
}

/** Keeps entries until the page closes. */
export class MemoryShelf implements JournalShelf {
  readonly #sessions = new Map<string, Kept>();
  total: Amount = { entries: 0, bytes: 0 };

  async append(startedAt: EpochMs, entries: readonly StoredEntry[]): Promise<void> {
    for (const entry of entries) {
      const kept = this.#sessions.get(entry.session);
      if (kept) kept.entries.push(entry);
      else this.#sessions.set(entry.session, { startedAt, entries: [entry] });
    }
    this.total = moved(this.total, amountOf(entries), 1);
  }

  async read(session: string, from: number, limit: number): Promise<readonly StoredEntry[]> {
    const { entries } = this.#sessions.get(session) ?? { entries: [] };
    return entries.filter(({ sequence }) => sequence >= from).slice(0, limit);
  }

  async sessions(): Promise<readonly JournalSession[]> {
    return [...this.#sessions]
      .map(([id, { startedAt, entries }]) => ({ id, startedAt, ...amountOf(entries) }))
      .sort((a, b) => a.startedAt - b.startedAt);
  }

  async deleteSession(id: string): Promise<void> {
    await this.deleteFirst(id, Infinity);
    this.#sessions.delete(id);
  }

  async deleteFirst(session: string, limit: number): Promise<Amount> {
    const kept = this.#sessions.get(session);
    const dropped = amountOf(kept?.entries.slice(0, limit) ?? []);
    if (kept) kept.entries = kept.entries.slice(dropped.entries);
    this.total = moved(this.total, dropped, -1);
    return dropped;
  }

  close(): void {
    this.#sessions.clear();
    this.total = { entries: 0, bytes: 0 };
  }
}
