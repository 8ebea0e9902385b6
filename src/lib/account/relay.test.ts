import { beforeEach, describe, expect, it } from 'vitest';
import { CONNECTOR_SOURCE } from '$lib/core/cloud/names';
import { bodies, body, idOf, RelayDesk, shareUntil } from './fixtures/relay-desk';

let desk: RelayDesk;

beforeEach(async () => {
  desk = new RelayDesk();
  await desk.check();
  desk.batches.length = 0;
});

describe('what is relayed', () => {
  it('is each event once, redacted, with the attributes that shares filter by', async () => {
    await desk.check([body(1, { source: 'aws.s3' })]);
    await desk.check([body(1, { source: 'aws.s3' })]);
    const [message, ...more] = desk.batches.flat();
    expect(more).toEqual([]);
    expect(message).toMatchObject({ source: 'aws.s3', outcome: 'neutral' });
    expect(JSON.parse(message!.body)).toMatchObject({
      id: idOf(1),
      account: '',
      detail: { redacted: 1, outcome: 'neutral' },
    });
    expect(message!.body).not.toContain('mira');
    expect(desk.relay.sent).toBe(1);
  });

  it('goes ten at most in a batch, one batch at a time, in order', async () => {
    desk.isHeld = true;
    for (const from of [0, 10, 20]) await desk.check(bodies(from, 10));
    expect(desk.mostAtOnce).toBe(1);
    desk.isHeld = false;
    desk.release();
    await desk.check();
    expect(desk.batches.map(({ length }) => length)).toEqual([10, 10, 10]);
    expect(desk.ids).toEqual(Array.from({ length: 30 }, (_, n) => idOf(n)));
    expect(desk.mostAtOnce).toBe(1);
  });

  it('is nothing that a connector says of itself, and nothing of a backlog that is old', async () => {
    await desk.check([body(1, { source: CONNECTOR_SOURCE })]);
    desk.relay.hear({ kind: 'connecting', at: desk.world.now() });
    await desk.check(bodies(2, 10), 3_600_000);
    await desk.check([body(20)], 3_600_000);
    expect(desk.batches).toEqual([]);
    await desk.check([body(21)], 0);
    expect(desk.ids).toEqual([idOf(21)]);
  });

  it('is nothing while nobody may listen', async () => {
    for (const shares of [[], [shareUntil(Infinity, 5)], [shareUntil(desk.world.now() - 1)]]) {
      desk.shares = shares;
      desk.known.changed();
      await desk.check();
      await desk.check([body(1)]);
    }
    expect(desk.batches).toEqual([]);
  });
});

describe('a refusal', () => {
  it('is waited for without a timer, and loses nothing', async () => {
    desk.answer = () => Object.assign(new Error(), { name: 'ThrottledException' });
    await desk.check(bodies(0, 3));
    await desk.check(bodies(3, 3));
    expect(desk.batches).toEqual([]);
    desk.answer = () => [];
    await desk.check();
    expect(desk.batches).toEqual([]);
    await desk.world.pass(1_000);
    await desk.check();
    expect(desk.ids).toEqual([0, 1, 2, 3, 4, 5].map(idOf));
  });

  it('of one message holds up no other, and is final where it is ours', async () => {
    desk.answer = () => [
      { index: 0, mayComeAgain: false },
      { index: 1, mayComeAgain: true },
    ];
    await desk.check(bodies(0, 3));
    desk.answer = () => [];
    await desk.world.pass(1_000);
    await desk.check();
    expect(desk.batches[1]).toHaveLength(1);
    expect(desk.ids.at(-1)).toBe(idOf(1));
    expect(desk.relay).toMatchObject({ sent: 2, refused: 1, dropped: 0 });
  });

  it('that lasts lets routine give way to bad news, and counts it', async () => {
    desk.answer = () => Object.assign(new Error(), { name: 'AccessDenied' });
    await desk.check([body(0, { detail: { errorCode: 'Broken' } })]);
    for (let from = 1; from <= 1_500; from += 10) await desk.check(bodies(from, 10));
    expect(desk.relay.dropped).toBe(501);
    desk.answer = () => [];
    await desk.world.pass(120_000);
    await desk.check();
    expect(desk.ids).toHaveLength(1_000);
    expect(desk.ids[0]).toBe(idOf(0));
    expect(desk.ids[1]).toBe(idOf(502));
  });
});

describe('the heartbeat', () => {
  it('comes once a minute with the checks, and only while somebody may listen', async () => {
    const count = async (checks: number) => {
      for (let i = 0; i < checks; i++) {
        await desk.world.pass(20_000);
        await desk.check();
      }
      return desk.beats;
    };
    expect(await count(9)).toBe(3);
    desk.shares = [];
    desk.known.changed();
    await desk.check();
    expect(await count(9)).toBe(3);
  });

  it('comes as soon as the first share is known', async () => {
    const fresh = new RelayDesk();
    await fresh.check();
    expect(fresh.beats).toBe(1);
  });
});

describe('the shares', () => {
  it('are asked for every ten minutes, and at once when one was made', async () => {
    await desk.world.pass(599_000);
    await desk.check();
    expect(desk.asked).toBe(1);
    await desk.world.pass(1_000);
    await desk.check();
    expect(desk.asked).toBe(2);
    desk.known.changed();
    await desk.check();
    expect(desk.asked).toBe(3);
  });

  it('stay as they were known while they cannot be read, and are asked for each minute', async () => {
    desk.shares = new Error('no network');
    await desk.world.pass(600_000);
    await desk.check();
    await desk.check([body(1)]);
    expect(desk.ids).toEqual([idOf(1)]);
    await desk.world.pass(60_000);
    await desk.check();
    expect(desk.asked).toBe(3);
  });
});
