import type { BrowserContext, Page } from '@playwright/test';
import { numberIn } from './soak-message';

/** The page's database (src/lib/store). */
const DATABASE = 'aws-musical-event';
/** A document of the site that is no page: it has the site's storage, and runs nothing. */
const BARE_PATH = '/_app/version.json';
/** How many batches are read at a time, of forty entries at most. */
const CHUNK = 500;
/** How much of a body is looked at: its number is in its first characters. */
const HEAD_CHARACTERS = 64;

/** How far each session of the journal has been read: the last sequence, by the session's id. */
type Place = Record<string, number>;

/** What is read of a record of the journal. */
interface Batch {
  readonly entries: readonly { readonly text: string; readonly sequence: number }[];
}

interface Part {
  readonly session: string;
  readonly batches: number;
  readonly last: number;
  readonly texts: readonly string[];
}

/**
 * The entries that the journal has beyond a place; runs in the page. Named functions are none of its parts, for what
 * loads this file would rewrite them.
 */
async function entriesBeyond([name, place, most, head]: readonly [
  string,
  Place,
  number,
  number,
]): Promise<Part[]> {
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return [];
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  database.onversionchange = () => database.close();
  try {
    if (!database.objectStoreNames.contains('batches')) return [];
    const change = database.transaction(['batches', 'sessions'], 'readonly');
    const sessions = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const asked = change.objectStore('sessions').getAllKeys();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    return await Promise.all(
      sessions.map(async (key) => {
        const session = String(key);
        const from = place[session] ?? -1;
        const range = IDBKeyRange.bound([session, from], [session, Infinity], true);
        const found = await new Promise<Batch[]>((resolve, reject) => {
          const asked = change.objectStore('batches').getAll(range, most);
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        return {
          session,
          batches: found.length,
          // That of its last entry: what is left of a batch that made room in part is no new one.
          last: found.at(-1)?.entries.at(-1)?.sequence ?? from,
          texts: found.flatMap(({ entries }) => entries.map(({ text }) => text.slice(0, head))),
        };
      }),
    );
  } finally {
    database.close();
  }
}

/** Reads the page's journal out of the browser's database, from a document of the same site, as it grows. */
export class JournalReader {
  readonly #context: BrowserContext;
  readonly #address: string;
  readonly #place: Place = {};
  #page: Page | null = null;

  constructor(context: BrowserContext, address: string) {
    this.#context = context;
    this.#address = address;
  }

  /** Tells the number of every message journaled since the last time, however often it is there. */
  async read(tell: (number: number) => void): Promise<void> {
    for (;;) {
      // A tab that is crashed may take this document's process with it; what was read is told only when it is whole.
      const parts = await this.#parts().catch(() => this.#parts());
      for (const { session, last, texts } of parts) {
        this.#place[session] = last;
        for (const text of texts) {
          const number = numberIn(text);
          if (number !== null) tell(number);
        }
      }
      if (parts.every(({ batches }) => batches < CHUNK)) return;
    }
  }

  async #parts(): Promise<Part[]> {
    const page = this.#page ?? (await this.#opened());
    try {
      return await page.evaluate(entriesBeyond, [
        DATABASE,
        this.#place,
        CHUNK,
        HEAD_CHARACTERS,
      ] as const);
    } catch (error) {
      this.#page = null;
      await page.close().catch(() => undefined);
      throw error;
    }
  }

  async #opened(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(new URL(BARE_PATH, this.#address).href);
    this.#page = page;
    return page;
  }
}
