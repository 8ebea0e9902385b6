import { describe, expect, it } from 'vitest';
import type { Batch, Body, LinkReport } from '../event-source';
import { DemoSource } from './demo-source';
import { lengthOf, playScenario } from './play-scenario';

const START_MS = Date.UTC(2026, 0, 1);
const LENGTH_MS = lengthOf('the-incident');
const REST_MS = 4_000;

const incident = (seed: number, startMs = START_MS) => [
  ...playScenario('the-incident', seed, startMs),
];

/** A world whose clock only moves when somebody sleeps in it. */
function heldWorld() {
  let nowMs = START_MS;
  return {
    now: () => nowMs,
    random: () => 0.5,
    sleep: async (ms: number) => {
      nowMs += ms;
    },
    isOnline: () => true,
    nextOnline: () => new Promise<void>(() => undefined),
    skip: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** Listens until a number of bodies have come, or until the clock stands past a time. */
async function listen(
  source: DemoSource,
  world: ReturnType<typeof heldWorld>,
  enough: (batches: Batch[]) => boolean,
  onBatch: (batches: Batch[]) => void = () => undefined,
) {
  const batches: Batch[] = [];
  const reports: LinkReport[] = [];
  const stop = new AbortController();
  const listener = {
    report: (report: LinkReport) => void reports.push(report),
    take: async (batch: Batch) => {
      batches.push(batch);
      onBatch(batches);
      if (enough(batches)) stop.abort();
    },
  };
  await source.run(listener, stop.signal);
  return { batches, reports, bodies: batches.flatMap(({ bodies }) => bodies) };
}

interface Envelope {
  readonly id: string;
  readonly time: string;
  readonly detail: { readonly state?: { readonly value?: string } };
}

/** A time in whole seconds, and the few milliseconds in which a batch comes together. */
const SECOND_AND_TIMER_MS = 1_002;
/** The model is moved by whole milliseconds. */
const ROUNDING_MS = 1;

/** How long after their own times events came; these are in whole seconds, rounded down. */
function lags(batches: Batch[]): number[] {
  return batches.flatMap(({ bodies, receivedAt }) =>
    bodies.map(({ text }) => receivedAt - Date.parse((JSON.parse(text) as Envelope).time)),
  );
}
const latest = (batches: Batch[]) => Math.max(...lags(batches));
const earliest = (batches: Batch[]) => Math.min(...lags(batches));

describe('the demo', () => {
  it('delivers a scenario when it happens, whole and in order', async () => {
    const world = heldWorld();
    const { batches, bodies } = await listen(
      new DemoSource('the-incident', 5, world),
      world,
      () => world.now() > START_MS + LENGTH_MS + REST_MS,
    );
    const first = incident(5).map(({ body }) => body);
    expect(bodies.slice(0, first.length).map(({ text }) => text)).toEqual(first);
    for (const { bodies: some, receivedAt } of batches)
      for (const { sentAt } of some) expect(receivedAt - (sentAt ?? 0)).toBeLessThanOrEqual(2);
  });

  it('rests at the end and goes round again with the next seed', async () => {
    const world = heldWorld();
    const { bodies } = await listen(
      new DemoSource('the-incident', 5, world),
      world,
      () => world.now() > START_MS + LENGTH_MS + REST_MS + 30_000,
    );
    const first = incident(5);
    const next = incident(6, START_MS + LENGTH_MS + REST_MS);
    const again = bodies.slice(first.length);
    expect(again.length).toBeGreaterThan(10);
    expect(again.map(({ text }) => text)).toEqual(
      next.slice(0, again.length).map(({ body }) => body),
    );
    expect(new Set(bodies.map(({ messageId }) => messageId)).size).toBe(bodies.length);
  });

  it('begins within 200 ms and gives at most ten bodies a batch', async () => {
    const world = heldWorld();
    const { batches } = await listen(
      new DemoSource('the-incident', 1, world),
      world,
      (all) => all.length > 300,
    );
    expect((batches[0]?.receivedAt ?? 0) - START_MS).toBeLessThan(200);
    expect(Math.max(...batches.map(({ bodies }) => bodies.length))).toBeLessThanOrEqual(10);
  });

  it('tells of a check with every batch', async () => {
    const world = heldWorld();
    const { batches, reports } = await listen(
      new DemoSource('the-incident', 1, world),
      world,
      (all) => all.length === 20,
    );
    expect(reports[0]?.kind).toBe('connecting');
    const received = reports.flatMap((report) => (report.kind === 'check' ? report.received : []));
    expect(received.filter((count) => count > 0)).toEqual(
      batches.map(({ bodies }) => bodies.length),
    );
  });

  it('goes on where it was stopped, however long ago, with times of now', async () => {
    const world = heldWorld();
    const source = new DemoSource('the-incident', 1, world);
    const stateOf = ({ text }: Body) => (JSON.parse(text) as Envelope).detail.state?.value;
    const states = (batches: Batch[]) => batches.flatMap(({ bodies }) => bodies.map(stateOf));
    const first = await listen(source, world, (all) => states(all).includes('ALARM'));
    world.skip(1_800_000);
    const pausedUntil = world.now();
    const again = await listen(source, world, (all) => states(all).includes('OK'));
    const idOf = (text: string) => (JSON.parse(text) as Envelope).id;
    const bodies = [...first.bodies, ...again.bodies];
    const whole = incident(1).slice(0, bodies.length);
    expect(bodies.map(({ text }) => idOf(text))).toEqual(whole.map(({ body }) => idOf(body)));
    expect(new Set(bodies.map(({ messageId }) => messageId)).size).toBe(bodies.length);
    expect(again.batches.at(-1)?.receivedAt).toBeLessThan(pausedUntil + LENGTH_MS);
    expect(latest(again.batches)).toBeLessThan(SECOND_AND_TIMER_MS);
    expect(earliest(again.batches)).toBeGreaterThan(-ROUNDING_MS);
  });

  it('goes on at its pace, with times of now, when the clock is set back', async () => {
    const world = heldWorld();
    const { batches } = await listen(
      new DemoSource('the-incident', 1, world),
      world,
      (all) => all.length === 60,
      (all) => {
        if (all.length === 30) world.skip(-3_600_000);
      },
    );
    const told = batches.flatMap(({ bodies, receivedAt }, index) =>
      bodies.map(() => receivedAt - START_MS + (index < 30 ? 0 : 3_600_000)),
    );
    const whole = incident(1).slice(0, told.length);
    const offMs = whole.map(({ atMs }, index) => Math.abs((told[index] ?? 0) - atMs));
    expect(Math.max(...offMs)).toBeLessThan(2);
    expect(latest(batches)).toBeLessThan(SECOND_AND_TIMER_MS);
    expect(earliest(batches)).toBeGreaterThan(-ROUNDING_MS);
  });

  it('goes on without a flood after the machine has slept', async () => {
    const world = heldWorld();
    const source = new DemoSource('the-incident', 1, world);
    const { batches } = await listen(
      source,
      world,
      (all) => all.length === 60,
      (all) => {
        if (all.length === 30) world.skip(3_600_000);
      },
    );
    const after = batches.slice(30);
    expect(after.filter(({ bodies }) => bodies.length === 10)).toEqual([]);
    expect(latest(after)).toBeLessThan(SECOND_AND_TIMER_MS);
    const spanMs = (after.at(-1)?.receivedAt ?? 0) - (after[0]?.receivedAt ?? 0);
    expect(spanMs).toBeGreaterThan(5_000);
  });
});
