import { beforeEach, describe, expect, it } from 'vitest';
import { heartbeat } from '$lib/core/cloud/share-feed';
import { bridgeEvent } from '$lib/core/event/fixtures/bodies';
import { Recorder } from '../sqs/fixtures/recorder';
import { EventsOnly } from './events-only';

const AT = 1_700_000_000_000;
const EVENT = JSON.stringify(
  bridgeEvent({ resources: ['0f3a9c21'], detail: { redacted: 1, outcome: 'success' } }),
);
const HEARTBEAT = JSON.stringify(heartbeat('h', AT));

let heard: Recorder;
let events: EventsOnly;
let owner: number[];

beforeEach(() => {
  heard = new Recorder();
  owner = [];
  events = new EventsOnly(heard, (at) => owner.push(at));
});

async function arrive(...texts: string[]): Promise<void> {
  events.report({ kind: 'check', at: AT, received: texts.length, full: texts.length === 10 });
  const bodies = texts.map((text, at) => ({ text, messageId: `m${String(at)}`, sentAt: AT }));
  await events.take({ bodies, receivedAt: AT });
}

describe('hearing a shared feed', () => {
  it('hands on the redacted events alone', async () => {
    await arrive(EVENT, HEARTBEAT, JSON.stringify(bridgeEvent({ detail: { secret: 'x' } })), '{');
    expect(heard.texts).toEqual([EVENT]);
    expect(heard.of('check')).toEqual([{ kind: 'check', at: AT, received: 1, full: false }]);
  });

  it('is told by a heartbeat that the owner is there, and hears nothing of it', async () => {
    await arrive(HEARTBEAT);
    expect(heard.batches).toEqual([]);
    expect(heard.of('check')).toEqual([{ kind: 'check', at: AT, received: 0, full: false }]);
    expect(heard.of('owner')).toEqual([{ kind: 'owner', at: AT }]);
    expect(owner).toEqual([AT]);
  });

  it('learns nothing of the owner from what others send', async () => {
    await arrive('{"hello":1}');
    expect(owner).toEqual([]);
    expect(heard.batches).toEqual([]);
  });

  it('tells an empty check at once', () => {
    events.report({ kind: 'check', at: AT, received: 0, full: false });
    expect(heard.of('check')).toHaveLength(1);
  });
});
