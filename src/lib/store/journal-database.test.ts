import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sessionsIn } from './fixtures/journal-place';
import { keepVersion1 } from './fixtures/version-1';
import { keepVersion2 } from './fixtures/version-2';
import { type Journal, type JournalNotice, openJournal } from './journal';

const NEW = { messageId: 'd', text: '{}', sentAt: null, receivedAt: 5, slots: [0], ids: ['event'] };

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => vi.unstubAllGlobals());

async function messagesOf(journal: Journal, session: string): Promise<string[]> {
  const messages: string[] = [];
  for await (const { messageId } of journal.read(session)) messages.push(messageId);
  return messages;
}

it('brings a database of the first version along, whole', async () => {
  await keepVersion1('journal');
  const notices: JournalNotice[] = [];
  const onNotice = (notice: JournalNotice) => notices.push(notice);
  const journal = await openJournal('journal', { session: 'three', startedAt: 20, onNotice });
  expect(journal.persistent).toBe(true);
  expect(notices).toEqual([]);
  const unknown = { seed: null, mapping: null, dropped: 0 };
  expect(await sessionsIn('journal')).toEqual([
    { id: 'one', startedAt: 0, entries: 3, bytes: 390, lastAt: 0, ...unknown },
    { id: 'two', startedAt: 10, entries: 1, bytes: 130, lastAt: 10, ...unknown },
  ]);
  expect(await messagesOf(journal, 'one')).toEqual(['a', 'b', 'a']);
  await expect(journal.exportSession('one')).rejects.toThrow(/heard with is not known/);
});

it('knows the messages of the first version, and keeps new ones beside them', async () => {
  await keepVersion1('journal');
  const journal = await openJournal('journal', { session: 'three', startedAt: 20 });
  const known = await journal.append([{ ...NEW, messageId: 'a' }, NEW, { ...NEW, messageId: 'c' }]);
  expect(known).toEqual(new Set(['a', 'c']));
  expect(await messagesOf(journal, 'three')).toEqual(['d']);
  expect(await journal.recentIds()).toEqual(['event']);
});

it('brings a database of the second version along, whole', async () => {
  await keepVersion2('journal', 250);
  const notices: JournalNotice[] = [];
  const onNotice = (notice: JournalNotice) => notices.push(notice);
  const journal = await openJournal('journal', { session: 'new', startedAt: 20, onNotice });
  expect(notices).toEqual([]);
  expect(await sessionsIn('journal')).toMatchObject([
    { id: 'even', entries: 125, seed: 7 },
    { id: 'odd', entries: 125, seed: 7 },
  ]);
  const odd = Array.from({ length: 125 }, (_, at) => `m${2 * at + 1}`);
  expect(await messagesOf(journal, 'odd')).toEqual(odd);
  expect(await messagesOf(journal, 'even')).toHaveLength(125);
  const { links, bodies } = await journal.exportSession('odd');
  expect(links).toEqual([{ slot: 5, link: 'down' }]);
  expect(bodies.at(-1)).toEqual({ text: '{"n":249}', receivedAt: 2, slots: [3], ids: ['e249'] });
  expect(await journal.recentIds()).toEqual(['e249']);
  const known = await journal.append([NEW, { ...NEW, messageId: 'm248' }]);
  expect(known).toEqual(new Set(['m248']));
});

it('that cannot be brought along is left as it is, and memory takes its place', async () => {
  const strange = await openDB('journal', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('other'),
  });
  strange.close();
  const notices: JournalNotice[] = [];
  const journal = await openJournal('journal', { onNotice: (notice) => notices.push(notice) });
  expect(journal.persistent).toBe(false);
  expect(notices).toMatchObject([{ kind: 'memory-only' }]);
  const untouched = await openDB('journal');
  expect(untouched.version).toBe(1);
  untouched.close();
});
