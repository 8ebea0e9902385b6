import { ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateTopicCommand,
  ListSubscriptionsCommand,
  ListTopicsCommand,
} from '@aws-sdk/client-sns';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { TABLE } from '../../functions/fixtures/local-services';
import { join, newOwner, type Owner } from '../../functions/fixtures/shares';
import { FACTS, newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { run as ensureQueue } from '../ensure-queue/ensure-queue';
import { run } from './delete-account';

let stage: Stage;
let owner: Owner;
beforeAll(async () => {
  stage = await openStage();
  await stage.sns.send(new CreateTopicCommand({ Name: `${FACTS.prefix}-account` }));
});
beforeEach(async () => {
  owner = await newOwner(stage);
  stage.pool.users.set(owner.caller.sub, { email: 'x', status: 'CONFIRMED', groups: new Set() });
});
afterAll(() => stage.close());

/** Everything in the cloud that a person has, by name or content. */
async function leftOf(sub: string) {
  const { QueueUrls = [] } = await stage.sqs.send(new ListQueuesCommand({}));
  const { Topics = [] } = await stage.sns.send(new ListTopicsCommand({}));
  const { Subscriptions = [] } = await stage.sns.send(new ListSubscriptionsCommand({}));
  const { Items = [] } = await stage.dynamo.send(new ScanCommand({ TableName: TABLE }));
  const rows = Items.map((item) => `${item['pk']!.S} ${item['sk']!.S}`);
  const all = [...QueueUrls, ...Topics, ...Subscriptions, ...rows];
  return all.map((one) => JSON.stringify(one)).filter((one) => one.includes(sub));
}

describe('delete-account', () => {
  it('leaves nothing but a note that the account is deleted', async () => {
    const { sub } = owner.caller;
    const { share, token } = await owner.create();
    await owner.create();
    const seats = await Promise.all([join(stage, token), join(stage, token)]);
    const { removed } = await run(stage.context(), {}, owner.caller);
    expect(removed).toHaveLength(5);
    expect(removed).toContain(`${FACTS.prefix}-q-${sub}`);
    expect(removed).toContain(`share ${share.id}`);
    expect(await leftOf(sub)).toEqual([`"person#${sub} deleted"`]);
    for (const { pass } of seats) expect(await leftOf(pass.id)).toEqual([]);
    expect(stage.pool.users.has(sub)).toBe(false);
    await expect(join(stage, token)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('touches nobody else', async () => {
    const other = await newOwner(stage);
    const { token } = await other.create();
    const seat = await join(stage, token);
    await run(stage.context(), {}, owner.caller);
    expect(await other.subscriptions()).toBe(1);
    expect(await join(stage, token, seat.pass)).toMatchObject({ queueUrl: seat.queueUrl });
  });

  it('succeeds twice, and brings nothing back for a token that is still valid', async () => {
    const first = run(stage.context(), {}, owner.caller);
    const second = run(stage.context(), {}, owner.caller);
    await Promise.all([first, second]);
    await run(stage.context(), {}, owner.caller);
    for (const call of [() => ensureQueue(stage.context(), {}, owner.caller), () => owner.create()])
      await expect(call()).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await leftOf(owner.caller.sub)).toEqual([`"person#${owner.caller.sub} deleted"`]);
  });

  it('goes on where it died, at whichever call it was', async () => {
    const { token } = await owner.create();
    await join(stage, token);
    for (let failing = 1; failing < 40; failing += 1) {
      const outcome = await run(dyingAt(failing), {}, owner.caller).catch(() => 'died');
      if (outcome !== 'died') break;
      expect(stage.pool.users.has(owner.caller.sub)).toBe(true);
    }
    await run(stage.context(), {}, owner.caller);
    expect(await leftOf(owner.caller.sub)).toEqual([`"person#${owner.caller.sub} deleted"`]);
    expect(stage.pool.users.has(owner.caller.sub)).toBe(false);
  });

  it('takes the account’s own events away too, in a deployment of one’s own', async () => {
    const caller = newCaller(['owner']);
    const own = stage.context({ deployment: 'own' });
    stage.pool.users.set(caller.sub, { email: 'y', status: 'CONFIRMED', groups: new Set() });
    await ensureQueue(own, {}, caller);
    await run(own, {}, caller);
    expect(await leftOf(caller.sub)).toEqual([`"person#${caller.sub} deleted"`]);
  });
});

/** A context whose n-th call of a service fails, as if the function had been stopped there. */
function dyingAt(failing: number) {
  const context = stage.context();
  let calls = 0;
  const dying = (client: { send(command: never): Promise<unknown> }) => ({
    send: (command: never) => {
      calls += 1;
      if (calls >= failing) return Promise.reject(new ServiceRefusal('Stopped'));
      return client.send(command);
    },
  });
  const clients = Object.fromEntries(
    Object.entries(context.clients)
      .filter(([, client]) => typeof client === 'object')
      .map(([name, client]) => [name, dying(client as never)]),
  );
  return { ...context, clients: clients as unknown as typeof context.clients };
}
