import { afterEach, describe, expect, it, vi } from 'vitest';
import { PAGE_SOURCE } from '$lib/core/cloud/names';
import { bodies, body, idOf } from './fixtures/relay-desk';
import { RelayStage } from './fixtures/relay-stage';

/** Long enough for the slowest machine; nothing is measured by it. */
const WITHIN = 20_000;

let stage: RelayStage;
afterEach(async () => {
  vi.useRealTimers();
  await stage.close();
});

describe('from the owner’s queue to a listener’s', () => {
  it('comes every event once, redacted, and no heartbeat is heard', async () => {
    stage = await RelayStage.open();
    await stage.begin();
    for (let from = 0; from < 100; from += 10) await stage.send(bodies(from, 10));
    await stage.listener.until(() => stage.heard.length >= 100);
    expect(stage.heard.toSorted()).toEqual(Array.from({ length: 100 }, (_, n) => idOf(n)));
    expect(stage.owner.texts).toHaveLength(100);
    expect(stage.listener.texts.join('\n')).not.toContain('mira');
    await vi.waitUntil(() => stage.relay.sent >= 100, WITHIN);
    expect(stage.relay).toMatchObject({ sent: 100, dropped: 0, refused: 0 });
  });

  it('comes what the share’s filter lets through, and the word that the owner is there', async () => {
    stage = await RelayStage.open({
      $or: [{ source: [PAGE_SOURCE] }, { source: ['aws.s3'], outcome: ['error'] }],
    });
    await stage.begin();
    const refused = { errorCode: 'AccessDenied' };
    await stage.send([
      body(1, { source: 'aws.s3' }),
      body(2, { detail: refused }),
      body(3, { source: 'aws.s3', detail: refused }),
    ]);
    await stage.listener.until(() => stage.heard.length >= 1);
    await vi.waitUntil(() => stage.relay.sent === 3, WITHIN);
    expect(stage.heard).toEqual([idOf(3)]);
  });

  it('loses nothing and waits for nothing while a seat is renewed', async () => {
    stage = await RelayStage.open();
    stage.holdsMs.push(100_000);
    await stage.begin();
    let openDoor = () => {};
    stage.door = new Promise((resolve) => (openDoor = resolve));
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 40_000);
    await stage.send([body(99)]);
    await vi.waitUntil(() => stage.joining > 0, WITHIN);
    await stage.send(bodies(0, 10));
    await stage.listener.until(() => stage.heard.length >= 11);
    expect(stage.joining).toBe(1);
    openDoor();
    await vi.waitUntil(() => stage.joined === 2, WITHIN);
    await stage.send(bodies(10, 10));
    await stage.listener.until(() => stage.heard.length >= 21);
    const sent = [...Array.from({ length: 20 }, (_, n) => idOf(n)), idOf(99)];
    expect(stage.heard.toSorted()).toEqual(sent);
    expect(stage.listener.of('miss')).toEqual([]);
    expect(stage.listener.of('connecting')).toHaveLength(2);
  });
});
