import { describe, expect, it } from 'vitest';
import { perform } from '$lib/core/compose/perform';
import { replay } from '$lib/core/compose/replay';
import { readBody } from '$lib/core/event/read-body';
import type { HeardBody, ScoreJournal } from '$lib/core/score/journal';
import type { ScoreEvent } from '$lib/core/score/score';
import type { Pace } from '../recording';
import { dropped, log, mapping, readThem, records, SEED } from './fixtures/log-files';
import { straight } from './fixtures/straight-play';

const AS_IT_WAS: Pace = { speed: 1, skipSilences: false };
const SKIPPED = 'you skipped to now';

describe('a journal of ours', () => {
  const bodies = records(40).map((each) => JSON.stringify(each));
  const journal: ScoreJournal = {
    version: 1,
    seed: 11,
    mapping: { name: mapping.name, sha256: mapping.sha256 },
    bodies: [
      ...bodies.map((text, at) => ({ text, receivedAt: 1_000_000 + at, slots: [5 + at * 3] })),
      { text: bodies[0]!, receivedAt: 2_000_000, slots: [] },
    ],
    links: [
      { slot: 40, link: 'down' },
      { slot: 70, link: 'up' },
    ],
  };

  it('is heard as it was', async () => {
    const { recording } = await readThem(dropped('journal.json', JSON.stringify(journal, null, 1)));
    const plan = await recording.plan(AS_IT_WAS);
    const { events, states } = await straight(recording, plan, journal.seed);
    expect(events.map(({ slot }) => slot)).toEqual(bodies.map((_, at) => 5 + at * 3));
    expect(recording.facts).toMatchObject({
      events: 40,
      duplicates: 1,
      seed: 11,
      isJournal: true,
    });
    expect(JSON.stringify(await recording.stateAt(100))).toBe(JSON.stringify(states[100]));
    const { notes } = perform({ mapping, seed: 11, heard: events, links: plan.links! });
    expect(notes).toEqual(replay(journal, mapping).notes);
  });

  it('is heard faster by the clock of the listening', async () => {
    const { recording } = await readThem(dropped('journal.json', JSON.stringify(journal)));
    const plan = await recording.plan({ speed: 3, skipSilences: false });
    const events = await recording.read(0, plan.slots);
    expect(events.map(({ slot }) => slot)).toEqual(bodies.map((_, at) => at));
  });
});

describe('a journal that was begun amid redeliveries and skipped', () => {
  const texts = records(24).map((each) => JSON.stringify(each));
  const idOf = (text: string) => readBody(text, 0).events[0]!.id;
  const heard = (at: number, slot: number): HeardBody => {
    const text = texts[at]!;
    return { text, receivedAt: 1_000_000, slots: [slot], ids: [idOf(text)] };
  };
  const inOne = (at: readonly number[]) =>
    log(at.map((each) => JSON.parse(texts[each]!) as object));
  const journal: ScoreJournal = {
    version: 1,
    seed: 11,
    mapping: { name: mapping.name, sha256: mapping.sha256 },
    bodies: [
      { text: texts[0]!, receivedAt: 998_000, slots: [], ids: [] },
      ...Array.from({ length: 9 }, (_, at) => heard(at + 3, 4 + at * 2)),
      { text: inOne([1, 12, 3, 13]), receivedAt: 1_000_000, slots: [30, 37], ids: idsOf([12, 13]) },
      {
        text: inOne([14, 15, 16, 17]),
        receivedAt: 1_000_000,
        slots: [40, 41, 42, 43],
        ids: idsOf([14, 15, 16, 17]),
        passed: SKIPPED,
      },
      { text: texts[15]!, receivedAt: 1_000_000, slots: [], ids: [] },
      ...Array.from({ length: 5 }, (_, at) => heard(at + 18, 52 + at * 3)),
      { ...heard(2, 53), receivedAt: 1_001_000 },
    ],
    links: [],
  };
  function idsOf(at: readonly number[]): string[] {
    return at.map((each) => idOf(texts[each]!));
  }
  const file = dropped('journal.json', JSON.stringify(journal));

  it('gives the notes that its replay gives', async () => {
    const { recording } = await readThem(file);
    const plan = await recording.plan(AS_IT_WAS);
    const { events, states } = await straight(recording, plan, journal.seed);
    const { notes } = perform({ mapping, seed: 11, heard: events, links: plan.links! });
    expect(notes).toEqual(replay(journal, mapping).notes);
    for (const slot of [45, 60, plan.slots])
      expect(JSON.stringify(await recording.stateAt(slot))).toBe(JSON.stringify(states[slot]));
  });

  it('settles its events as its replay does', async () => {
    const { recording } = await readThem(file);
    const { slots } = await recording.plan(AS_IT_WAS);
    const events = await recording.read(0, slots);
    const settled = perform({ mapping, seed: 11, heard: events }).events;
    const told = replay(journal, mapping).events.filter((e) => e.disposition !== 'duplicate');
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    const bare = ({ id, disposition, reason }: ScoreEvent) => ({ id, disposition, reason });
    expect(settled.map(bare).toSorted(byId)).toEqual(told.map(bare).toSorted(byId));
    expect(settled.filter(({ reason }) => reason === SKIPPED)).toHaveLength(4);
    expect(recording.facts).toMatchObject({ events: 21, duplicates: 4, unreadable: { count: 0 } });
  });

  it('begins its clock with the first event that it heard', async () => {
    const { recording } = await readThem(file);
    expect(recording.facts.from).toBe(1_000_000);
  });

  it('leaves what was passed over unheard at every pace', async () => {
    const { recording } = await readThem(file);
    const { slots } = await recording.plan({ speed: 2, skipSilences: true });
    const events = await recording.read(0, slots);
    const passed = events.filter((event) => event.passed === SKIPPED);
    expect(passed.map(({ event }) => event.id)).toEqual(idsOf([14, 15, 16, 17]));
  });
});

describe('journals of ours', () => {
  const texts = records(6).map((each) => JSON.stringify(each));
  const journalOf = (from: number, to: number): string => {
    const bodies = texts
      .slice(from, to)
      .map((text, at) => ({ text, receivedAt: 1_000_000 + at * 1_250, slots: [at * 8] }));
    const head = { version: 1, seed: 11, mapping: { name: mapping.name, sha256: mapping.sha256 } };
    return JSON.stringify({ ...head, bodies, links: [] });
  };

  it('of the same listening, dropped together, keep the times of each', async () => {
    const { recording } = await readThem(
      dropped('early.json', journalOf(0, 3)),
      dropped('whole.json', journalOf(0, 6)),
    );
    expect(recording.facts).toMatchObject({ events: 6, duplicates: 3, isJournal: false });
    expect(recording.facts.to - recording.facts.from).toBe(5 * 1_250);
  });

  it('in a row in one file are no single journal', async () => {
    const { recording } = await readThem(
      dropped('two.jsonl', `${journalOf(0, 3)}\n${journalOf(3, 6)}\n`),
    );
    expect(recording.facts).toMatchObject({ events: 6, seed: SEED, isJournal: false });
  });

  it('are none where logs are', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(3))));
    expect(recording.facts.isJournal).toBe(false);
  });
});
