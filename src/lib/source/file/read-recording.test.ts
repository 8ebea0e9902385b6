import { describe, expect, it } from 'vitest';
import { compose, initialState } from '$lib/core/compose/composer';
import { perform } from '$lib/core/compose/perform';
import { playOut } from '$lib/core/compose/play-out';
import { schedule } from '$lib/core/compose/schedule';
import { bodiesOfFile } from '$lib/core/event/file-bodies';
import { readBody } from '$lib/core/event/read-body';
import { cueOf } from '$lib/core/mapping/cue-of';
import { matchRule } from '$lib/core/mapping/mapping';
import type { Pace } from '../recording';
import {
  dropped,
  log,
  mapping,
  packed,
  readThem,
  record,
  records,
  SEED,
} from './fixtures/log-files';
import { straight } from './fixtures/straight-play';

const AS_IT_WAS: Pace = { speed: 1, skipSilences: false };
const SHORT: Pace = { speed: 1, skipSilences: true };

describe('a recording', () => {
  it('is heard in the slots of the command line', async () => {
    const text = log([...records(200), ...records(20)]);
    const { recording } = await readThem(packed('a.json.gz', text));
    const plan = await recording.plan({ speed: 7, skipSilences: true });
    const told = schedule(
      bodiesOfFile(text).flatMap((body) => readBody(body, 0).events),
      ({ time }) => time,
      { speed: 7, maxGapSeconds: 10 },
    );
    const ids = new Set<string>();
    const heard = told.filter(({ item: { id } }) => !ids.has(id) && ids.add(id));
    const events = await recording.read(0, plan.slots);
    expect(events.map(({ slot }) => slot)).toEqual(heard.map(({ slot }) => slot));
    expect(events.map(({ event }) => event)).toEqual(heard.map(({ item }) => item));
    expect(recording.facts).toMatchObject({ events: 200, duplicates: 20, seed: SEED });
  });

  it('has as many slots as the music of its events', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(150))));
    const plan = await recording.plan(SHORT);
    const events = await recording.read(0, plan.slots);
    const { states } = await straight(recording, plan);
    const score = perform({ mapping, seed: SEED, heard: events });
    expect(states.at(-1)!.index).toBe(plan.slots);
    expect(score.duration).toBeLessThanOrEqual((plan.slots * 5) / 32 + 8);
    expect(plan.slots % 16).toBe(0);
  });

  it('has at every slot the state that straight playing gives, in any order of asking', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(400))));
    const plan = await recording.plan(SHORT);
    const { states } = await straight(recording, plan);
    for (const slot of [700, 3, 256, 1_000, 0, 699, plan.slots])
      expect(JSON.stringify(await recording.stateAt(slot))).toBe(JSON.stringify(states[slot]));
  });

  it('orders events of many files, and tells where each lies', async () => {
    const late = dropped('logs/a.json', log([record(1, 60), record(2, 10)]));
    const early = packed('logs/b.json.gz', log([record(3, 0), record(4, 10)]));
    const { recording } = await readThem(early, late);
    await recording.plan(AS_IT_WAS);
    const events = await recording.read(0, 1_000);
    expect(events.map(({ event, file, line }) => [event.id.slice(-1), file, line])).toEqual([
      ['3', 'logs/b.json.gz', 1],
      ['2', 'logs/a.json', 2],
      ['4', 'logs/b.json.gz', 2],
      ['1', 'logs/a.json', 1],
    ]);
    expect(recording.facts).toMatchObject({ title: '2 files', files: 2 });
    expect(recording.facts.to - recording.facts.from).toBe(60_000);
  });

  it('reads exactly the slots it is asked for', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(90))));
    const plan = await recording.plan(AS_IT_WAS);
    const all = await recording.read(0, plan.slots);
    const pieces = [];
    for (let from = 0; from < plan.slots; from += 7)
      pieces.push(...(await recording.read(from, from + 7)));
    expect(pieces).toEqual(all);
    expect(all).toHaveLength(90);
  });

  it('overtakes a question with the next', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(300))));
    await recording.plan(AS_IT_WAS);
    const outrun = expect(recording.stateAt(1_500)).rejects.toThrow('Another place');
    expect((await recording.stateAt(10)).index).toBe(10);
    await outrun;
  });
});

describe('a plan', () => {
  it('fits the music into three minutes', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(900))));
    for (const skipSilences of [true, false]) {
      const plan = await recording.plan({ speed: 'fit', skipSilences });
      const last = (await recording.read(0, plan.slots)).at(-1)!.slot;
      expect(last).toBeGreaterThanOrEqual(1_150);
      expect(last).toBeLessThanOrEqual(1_152);
    }
  });

  it('tells where it is in time, and what happens when', async () => {
    const { recording } = await readThem(dropped('a.json', log(records(201))));
    const plan = await recording.plan(SHORT);
    expect(plan.anchors[0]).toEqual({ at: 0, happened: recording.facts.from });
    expect(plan.anchors).toHaveLength(3);
    const [, second] = plan.anchors;
    const events = await recording.read(0, plan.slots);
    const first = events.find(
      ({ event }) => event.time >= second!.happened - 1_000 && event.id.endsWith('100'),
    )!;
    expect(Math.floor(second!.at / (5 / 32))).toBe(first.slot);
    expect(plan.overview.reduce((sum, part) => sum + part.events, 0)).toBe(201);
    expect(plan.overview.reduce((sum, part) => sum + part.bad, 0)).toBe(9);
  });
});

describe('the end of the music', () => {
  it('is where the performance ends', async () => {
    for (const count of [1, 30, 151]) {
      const { recording } = await readThem(dropped('a.json', log(records(count))));
      const plan = await recording.plan(SHORT);
      const heard = await recording.read(0, plan.slots);
      let state = initialState(SEED);
      const bySlot = Map.groupBy(heard, ({ slot }) => slot);
      const play = (index: number) => {
        const cues = (bySlot.get(index) ?? []).map(({ event }) =>
          cueOf(event, matchRule(mapping, event)?.rule ?? null),
        );
        state = compose(state, { index, cues, link: 'up' }).state;
      };
      for (let index = 0; index <= heard.at(-1)!.slot; index += 1) play(index);
      playOut(() => state, play);
      expect(plan.slots).toBe(state.index);
    }
  });
});
