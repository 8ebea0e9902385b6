import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import mappingJson from '$mappings/default.json';
import { OutputOrSilence } from '$lib/audio/output-or-silence';
import { SilentOutput } from '$lib/audio/silent-output';
import { digestWith } from '$lib/core/cloud/fixtures/digest';
import { redact } from '$lib/core/cloud/redact';
import { heardAs } from '$lib/core/cloud/redact-heard';
import { heartbeat } from '$lib/core/cloud/share-feed';
import { sharedMapping } from '$lib/core/cloud/share-mapping';
import { bridgeEvent, only } from '$lib/core/event/fixtures/bodies';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import { FeedQueue } from '$lib/source/shared/fixtures/feed-queue';
import { Seats } from '$lib/source/shared/fixtures/seats';
import { SharedFeedSource } from '$lib/source/shared/feed-source';
import { SeatRefusedError } from '$lib/source/shared/seat';
import { HeldWorld } from '$lib/source/sqs/fixtures/held-world';
import { DEFAULT_SETTINGS } from '$lib/store/settings';
import { ListeningSession } from './listening-session.svelte';
import { LiveFeed } from './live-feed';

const mapping = loadMapping(mappingJson);
const ALARM = {
  source: 'aws.cloudwatch',
  'detail-type': 'CloudWatch Alarm State Change',
  detail: { alarmName: 'checkout-api-5xx', state: { value: 'ALARM' } },
};

let world: HeldWorld;
let seats: Seats;
let queue: FeedQueue;
let session: ListeningSession;
let tick: () => void;
let startedAt: number;

beforeEach(() => {
  world = new HeldWorld();
  startedAt = world.now();
  seats = new Seats(world);
  queue = new FeedQueue(world);
  const source = new SharedFeedSource(seats.take, { connect: async () => queue }, world);
  const clock = { now: () => world.now() - startedAt };
  const output = new SilentOutput(clock, (each) => {
    tick = each;
    return () => undefined;
  });
  const parts = { mapping: sharedMapping(mapping), wallNow: world.now };
  session = new ListeningSession({
    ...parts,
    title: 'Cloud Symphony',
    feed: new LiveFeed({ ...parts, source, journal: null, sharedFacts: () => source.facts }),
    output: new OutputOrSilence(output, output),
    settings: DEFAULT_SETTINGS,
    keep: () => undefined,
    seed: 1,
  });
});

afterEach(() => session.pause());

async function run(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 0.5) {
    await world.pass(500);
    tick();
  }
}

async function listen(): Promise<void> {
  void session.play();
  await run(2);
}

describe('a session of a share', () => {
  it('knows the share, hears its events, and keeps nothing', async () => {
    await listen();
    const alarm = only(bridgeEvent(ALARM));
    const body = await redact(alarm, heardAs(mapping, alarm), digestWith('salt'));
    queue.send(heartbeat('h1', world.now()), body, '<html>', bridgeEvent({ detail: { a: 1 } }));
    await run(3);
    expect(session.counts).toMatchObject({ heard: 1, unreadable: 0, duplicate: 0 });
    expect(session.unreadable).toEqual([]);
    expect(session.shared).toMatchObject({ name: 'Ops', listeners: 2 });
    expect(session.shared?.ownerSeenAt).toBeGreaterThan(startedAt);
    expect(session.inspect(alarm.id)).toMatchObject({
      title: 'CloudWatch Alarm: an error',
      rule: { id: 'alarm-goes-off' },
      disposition: 'played',
    });
    expect(session.mood.reason).toMatch(/^The CloudWatch alarm has stood/);
    expect(session.account).toBeNull();
    expect(session.canSaveJournal).toBe(false);
    expect(JSON.stringify(session.score())).not.toContain('checkout');
  });

  it('is lost, and not quiet, while the owner is away', async () => {
    await listen();
    queue.send(heartbeat('h1', world.now()));
    await run(100);
    expect(session.link).toMatchObject({ connection: 'quiet', lastEventAt: null });
    await run(60);
    expect(session.link).toMatchObject({ connection: 'lost', cause: 'owner-away' });
    expect(session.unknownSpans).toHaveLength(1);
    queue.send(heartbeat('h2', world.now()));
    await run(2);
    expect(session.link).toMatchObject({ connection: 'quiet', cause: null });
  });

  it('tells why a link lets nobody in, and goes on playing', async () => {
    seats.errors.push(new SeatRefusedError('share-expired', 'no', ''));
    await listen();
    expect(session.shared).toBeNull();
    expect(session.sound).toBe('playing');
    expect(session.link).toMatchObject({ cause: 'share-expired', nextTryAt: null });
    session.tryNow();
    await run(2);
    expect(session.shared?.name).toBe('Ops');
    expect(session.link.connection).toBe('quiet');
  });
});
