import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SCENARIOS } from '$lib/core/compose/golden/scenarios';
import { type HeardEvent, perform } from '$lib/core/compose/perform';
import { replay } from '$lib/core/compose/replay';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import type { LinkChange } from '$lib/core/score/journal';
import { writeScore } from '$lib/core/score/score-writer';
import mappingJson from '$mappings/default.json';
import { journalPlace } from './fixtures/journal-place';
import { type JournalEntry, openJournal } from './journal';

const mapping = loadMapping(mappingJson);
const HEARD = SCENARIOS.flatMap(({ name, heard }, at) =>
  heard.map(({ event, slot }) => {
    const id = `${name} ${event.id}`;
    const envelope = { ...event.envelope, id };
    return { event: { ...event, id, envelope }, slot: slot + 40 * at };
  }),
).sort((a, b) => a.slot - b.slot);

/** A message that carries some events, all of them received at once. */
function carrying(messageId: string, heard: readonly HeardEvent[], known = 0): JournalEntry {
  const fresh = heard.slice(known);
  return {
    text: JSON.stringify(heard.map(({ event }) => event.envelope)),
    messageId,
    sentAt: null,
    receivedAt: heard[0]!.event.time,
    slots: fresh.map(({ slot }) => slot),
    ids: fresh.map(({ event }) => event.id),
  };
}

/** One message for each event, in batches of ten. */
function batches(): JournalEntry[][] {
  const all = HEARD.map((heard, at) => carrying(String(at), [heard]));
  return Array.from({ length: Math.ceil(all.length / 10) }, (_, at) =>
    all.slice(10 * at, 10 * at + 10),
  );
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe.each(['database', 'memory'] as const)('a session kept in the %s', (place) => {
  const { open: openWith, sessions } = journalPlace(place);
  const open = () => openWith({ seed: 7, mapping });

  it('replays to the same bytes, its link included', async () => {
    const journal = await open();
    const links: LinkChange[] = [
      { slot: 2, link: 'down' },
      { slot: 9, link: 'behind' },
      { slot: 60, link: 'up' },
      { slot: 90, link: 'down' },
    ];
    const [first, second, ...others] = links;
    journal.noteLink(0, 'up');
    journal.noteLink(first!.slot, first!.link);
    journal.noteLink(second!.slot, second!.link);
    for (const [at, batch] of batches().entries()) {
      await journal.append(batch);
      await journal.append(batch.slice(3));
      for (const { slot, link } of others.slice(at, at + 1)) journal.noteLink(slot, link);
    }
    journal.noteLink(90, 'down');
    const exported = await journal.exportSession();
    expect(exported.links).toEqual(links);
    const performed = perform({ mapping, seed: 7, heard: HEARD, links });
    expect(performed.notes.length).toBeGreaterThan(100);
    expect(writeScore(replay(exported, mapping))).toBe(writeScore(performed));
  });

  it('tells what it had heard in an earlier session from what was new', async () => {
    const journal = await open();
    const together = HEARD.slice(0, 5);
    await journal.append([carrying('a', together, 2)]);
    const replayed = replay(await journal.exportSession(), mapping);
    const heard = together.map((each, at) => ({ ...each, wasHeard: at < 2 }));
    expect(writeScore(replayed)).toBe(writeScore(perform({ mapping, seed: 7, heard })));
    expect(replayed.events.map(({ disposition }) => disposition === 'duplicate')).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('keeps why something was passed over', async () => {
    const journal = await open();
    await journal.append([{ ...carrying('a', HEARD.slice(0, 2)), passed: 'not now' }]);
    const { events, notes } = replay(await journal.exportSession(), mapping);
    expect(events).toMatchObject(
      [0, 1].map(() => ({ disposition: 'suppressed', reason: 'not now' })),
    );
    expect(notes).toEqual([]);
  });

  it('can be exported before anything came', async () => {
    const journal = await open();
    journal.noteLink(3, 'down');
    expect(await journal.exportSession()).toEqual({
      version: 1,
      seed: 7,
      mapping: { name: mapping.name, sha256: mapping.sha256 },
      bodies: [],
      links: [{ slot: 3, link: 'down' }],
    });
    expect(await sessions()).toEqual([]);
  });
});

it('another session is exported by its id, and one that is not kept is refused', async () => {
  const old = await openJournal('journal', { session: 'old', seed: 3, mapping });
  await old.append([carrying('a', HEARD.slice(0, 3))]);
  old.noteLink(20, 'down');
  old.close();
  const journal = await openJournal('journal', { seed: 4, mapping });
  expect(await journal.exportSession('old')).toMatchObject({ seed: 3, bodies: [{ slots: {} }] });
  await expect(journal.exportSession('older')).rejects.toThrow(/older/);
});
