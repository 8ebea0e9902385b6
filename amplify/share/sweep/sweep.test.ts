import { CreateQueueCommand, DeleteQueueCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import {
  DAY_MS,
  heard,
  join,
  listenerQueues,
  newOwner,
  type Owner,
} from '../../functions/fixtures/shares';
import { FACTS, openStage, type Stage } from '../../functions/fixtures/stage';
import { freeSeat, SEAT_MS, seatsOf } from '../../functions/sharing/seat-row';
import { markRevoked, sharesOf } from '../../functions/sharing/share-row';
import { run, sweep } from './sweep';

let stage: Stage;
let owner: Owner;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  owner = await newOwner(stage);
  await run(stage.context());
});
afterAll(() => stage.close());

const swept = () => run(stage.context());

describe('sweep', () => {
  it('leaves who is there, and removes who did not renew for 65 minutes', async () => {
    const { share, token } = await owner.create();
    const left = await join(stage, token);
    const stays = await join(stage, token);
    stage.nowMs += SEAT_MS - 1;
    await join(stage, token, stays.pass);
    expect(await swept()).toEqual({ looked: 2, removed: 0, failed: 0 });
    stage.nowMs += 1;
    expect(await swept()).toEqual({ looked: 2, removed: 1, failed: 0 });
    expect(await listenerQueues(stage, share)).toEqual([expect.stringContaining(stays.pass.id)]);
    expect(await owner.subscriptions()).toBe(1);
    await owner.publish('aws.s3', 'error');
    expect(await heard(stage, stays.queueUrl)).toEqual(['aws.s3 error']);
    expect((await join(stage, token, left.pass)).pass.id).not.toBe(left.pass.id);
    stage.nowMs += 2 * SEAT_MS;
    await swept();
  });

  it('removes the listeners of a share that has expired', async () => {
    const { share, token } = await owner.create({ expiresAt: stage.nowMs + 10 * 60_000 });
    await join(stage, token);
    await join(stage, token);
    stage.nowMs += 10 * 60_000;
    expect(await swept()).toEqual({ looked: 2, removed: 2, failed: 0 });
    expect(await listenerQueues(stage, share)).toEqual([]);
    expect(await owner.subscriptions()).toBe(0);
    expect(await seatsOf(stage.context(), share.id)).toEqual([]);
  });

  it('removes the listeners of a share whose revoking died after the mark', async () => {
    const { share, token } = await owner.create();
    await join(stage, token);
    const [row] = await sharesOf(stage.context(), owner.caller.sub);
    await markRevoked(stage.context(), row!);
    expect(await swept()).toMatchObject({ removed: 1 });
    expect(await listenerQueues(stage, share)).toEqual([]);
  });

  it('removes a queue of which the table knows nothing, and its subscription', async () => {
    const { share, token } = await owner.create();
    const { pass } = await join(stage, token);
    const [seat] = await seatsOf(stage.context(), share.id);
    await freeSeat(stage.context(), seat!);
    expect(await swept()).toEqual({ looked: 1, removed: 1, failed: 0 });
    expect(await listenerQueues(stage, share)).not.toContain(pass.id);
    expect(await owner.subscriptions()).toBe(0);
  });

  it('removes what is left of a share whose place another one has taken', async () => {
    const { share, token } = await owner.create({ expiresAt: stage.nowMs + 60_000 });
    await join(stage, token);
    stage.nowMs += 60_000;
    const next = await owner.create();
    const seat = await join(stage, next.token);
    expect(await swept()).toEqual({ looked: 2, removed: 1, failed: 0 });
    expect(await listenerQueues(stage, share)).toEqual([]);
    await owner.publish('aws.s3', 'error');
    expect(await heard(stage, seat.queueUrl)).toEqual(['aws.s3 error']);
    stage.nowMs += 2 * DAY_MS;
    await swept();
  });

  it('keeps its hands off queues that are not listeners’', async () => {
    const names = [
      `${FACTS.prefix}-listen-0`,
      `${FACTS.prefix}-listen-${'0'.repeat(31)}g`,
      `${FACTS.prefix}-listening-${'0'.repeat(32)}`,
      `ame-89abcdef-listen-${'0'.repeat(32)}`,
    ];
    for (const QueueName of names) await stage.sqs.send(new CreateQueueCommand({ QueueName }));
    expect(await swept()).toEqual({ looked: 0, removed: 0, failed: 0 });
    for (const QueueName of names) await stage.sqs.send(new GetQueueUrlCommand({ QueueName }));
  });

  it('goes on past a queue that cannot be removed, and tries it again', async () => {
    const { share, token } = await owner.create();
    const [stuck] = await Promise.all([1, 2, 3].map(() => join(stage, token)));
    stage.nowMs += SEAT_MS;
    const context = stage.context();
    const send = (command: { readonly input: { readonly QueueUrl?: string } }) =>
      command instanceof DeleteQueueCommand && command.input.QueueUrl === stuck!.queueUrl
        ? Promise.reject(new ServiceRefusal('Throttled'))
        : stage.sqs.send(command as never);
    const sqs = { send } as unknown as typeof stage.sqs;
    const hindered = { ...context, clients: { ...context.clients, sqs } };
    expect(await run(hindered)).toEqual({ looked: 3, removed: 2, failed: 1 });
    expect(await swept()).toEqual({ looked: 1, removed: 1, failed: 0 });
    expect(await listenerQueues(stage, share)).toEqual([]);
  });

  it('does the same twice and at once', async () => {
    const { share, token } = await owner.create();
    await Promise.all([1, 2, 3].map(() => join(stage, token)));
    stage.nowMs += SEAT_MS;
    await Promise.all([swept(), swept()]);
    expect(await swept()).toEqual({ looked: 0, removed: 0, failed: 0 });
    expect(await listenerQueues(stage, share)).toEqual([]);
    expect(await owner.subscriptions()).toBe(0);
  });

  it('looks at and removes no more than it may in one run, and the rest in the next', async () => {
    const { share, token } = await owner.create();
    await Promise.all([1, 2, 3, 4, 5].map(() => join(stage, token)));
    stage.nowMs += SEAT_MS;
    const once = (looks: number, removals: number) => sweep(stage.context(), { looks, removals });
    expect(await once(100, 2)).toMatchObject({ removed: 2 });
    expect(await once(1, 100)).toEqual({ looked: 1, removed: 1, failed: 0 });
    expect(await once(0, 100)).toEqual({ looked: 0, removed: 0, failed: 0 });
    expect(await once(100, 100)).toEqual({ looked: 2, removed: 2, failed: 0 });
    expect(await listenerQueues(stage, share)).toEqual([]);
  });
});
