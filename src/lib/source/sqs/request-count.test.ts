import { describe, expect, it } from 'vitest';
import { listenInHeldWorld } from './fixtures/held-listening';

const HOUR_MS = 3_600_000;

function countsOf({ queue }: ReturnType<typeof listenInHeldWorld>) {
  const receives = queue.count('receive');
  const deletes = queue.count('remove');
  const others = queue.asked.length - receives - deletes;
  return { receives, deletes, others };
}

/** The numbers stand in docs/requests.md. */
describe('what listening costs in requests', () => {
  it('is 181 receives in an empty hour: one that asks at once, then one every 20 s', async () => {
    const listening = listenInHeldWorld();
    const run = listening.run();
    await listening.world.pass(HOUR_MS);
    // Each is followed by 20 ms on the way, so that 180 do not quite fill the hour.
    expect(countsOf(listening)).toEqual({ receives: 181, deletes: 0, others: 0 });
    listening.stop.abort();
    await run;
  });

  it('is a receive for every one of 3,600 messages a second apart, and a delete for five', async () => {
    const listening = listenInHeldWorld();
    const run = listening.run();
    for (let second = 0; second < 3_600; second++) {
      listening.queue.send(1);
      await listening.world.pass(1_000);
    }
    expect(listening.listener.texts).toHaveLength(3_600);
    expect(countsOf(listening)).toEqual({ receives: 3_601, deletes: 719, others: 1 });
    listening.stop.abort();
    await run;
  });

  it('is a tenth of a receive and a tenth of a delete for every message of a backlog', async () => {
    const listening = listenInHeldWorld();
    listening.queue.send(10_000);
    const run = listening.run();
    await listening.world.pass(60_000);
    expect(listening.listener.texts).toHaveLength(10_000);
    expect(listening.queue.size).toBe(0);
    expect(countsOf(listening)).toEqual({ receives: 1_007, deletes: 1_000, others: 3 });
    listening.stop.abort();
    await run;
  });
});

describe('catching up', () => {
  it('takes the six connections that a browser opens and no more, receives and deletions alike', async () => {
    const { world, queue, stop, run } = listenInHeldWorld();
    queue.send(10_000);
    const ended = run();
    const began = world.now();
    while (queue.size > 0) await world.pass(100);
    // 2,000 requests of 20 ms, six at a time.
    expect(world.now() - began).toBeLessThan(7_000);
    expect(queue.mostAtOnce).toBe(6);
    stop.abort();
    await ended;
  });
});
