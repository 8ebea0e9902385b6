import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../functions/context';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { FACTS, newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { setTopicPolicy } from '../../functions/place/topic';
import { thingsOf } from '../../functions/place/things';
import { feedPolicy } from '../../functions/policies/feed-policy';
import { run as ensureQueue } from '../ensure-queue/ensure-queue';
import { run } from './connections';

let stage: Stage;
let caller: Caller;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  caller = newCaller();
  await ensureQueue(stage.context(), {}, caller);
});
afterAll(() => stage.close());

const call = async (action: string, account?: string) =>
  (await run(stage.context(), account === undefined ? { action } : { action, account }, caller))
    .accounts;

const feedArn = () => thingsOf(FACTS, caller.sub).feedArn;

async function statements() {
  const asked = new GetTopicAttributesCommand({ TopicArn: feedArn() });
  const policy = JSON.parse((await stage.sns.send(asked)).Attributes!['Policy']!);
  return policy.Statement as readonly { readonly Sid: string }[];
}

const account = (index: number) => String(100_000_000_000 + index);

describe('connections', () => {
  it('admits the connector’s role of an account to the feed, and nobody else of it', async () => {
    const added = [{ account: '123456789012', addedAt: stage.nowMs }];
    expect(await call('list')).toEqual([]);
    expect(await call('add', '123456789012')).toEqual(added);
    expect(await call('list')).toEqual(added);
    expect((await statements()).at(-1)).toEqual({
      Sid: `Connector123456789012Since${stage.nowMs}`,
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123456789012:root' },
      Action: 'sns:Publish',
      Resource: feedArn(),
      Condition: {
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/ame-connector-*' },
      },
    });
  });

  it('adds an account once, and remembers since when', async () => {
    const first = await call('add', '123456789012');
    stage.nowMs += 1_000;
    expect(await call('add', '123456789012')).toEqual(first);
    expect(await statements()).toHaveLength(2);
  });

  it('loses none of five accounts that are added at once', async () => {
    const accounts = Array.from({ length: 5 }, (_, index) => account(index));
    await Promise.all(accounts.map((one) => call('add', one)));
    const known = (await call('list')).map((connected) => connected.account);
    expect(known.toSorted()).toEqual(accounts.toSorted());
  });

  it('removes an account, and leaves everything else', async () => {
    const others = { Sid: 'Mine', Effect: 'Deny', Principal: '*', Action: 'sns:Publish' } as const;
    const kept = { account: account(1), addedAt: 5 };
    const gone = { account: account(2), addedAt: 6 };
    const policy = feedPolicy(feedArn(), [kept, gone], [others]);
    await setTopicPolicy(stage.context(), feedArn(), policy);
    expect(await call('remove', gone.account)).toEqual([kept]);
    expect(await call('remove', gone.account)).toEqual([kept]);
    const sids = (await statements()).map(({ Sid }) => Sid);
    expect(sids).toEqual(['DenyWithoutTls', `Connector${account(1)}Since5`, 'Mine']);
  });

  it('keeps the accounts when the queue is repaired', async () => {
    await call('add', '123456789012');
    await ensureQueue(stage.context(), {}, caller);
    expect(await call('list')).toHaveLength(1);
  });

  it('has room for twenty', async () => {
    for (let index = 0; index < 20; index += 1) await call('add', account(index));
    await expect(call('add', account(20))).rejects.toMatchObject({ code: 'full' });
    expect(await call('list')).toHaveLength(20);
  });

  it('says so when AWS does not know the account', async () => {
    const context = stage.context();
    const send = (command: { readonly constructor: { readonly name: string } }) =>
      command.constructor.name === 'SetTopicAttributesCommand'
        ? Promise.reject(new ServiceRefusal('InvalidParameterException'))
        : stage.sns.send(command as GetTopicAttributesCommand);
    const sns = { send } as unknown as typeof stage.sns;
    const payload = { action: 'add', account: '999999999999' };
    const asked = run({ ...context, clients: { ...context.clients, sns } }, payload, caller);
    await expect(asked).rejects.toMatchObject({ code: 'invalid' });
  });

  it('refuses what is not an account, not an action or not known', async () => {
    for (const wrong of [
      '12345678901',
      '1234567890123',
      '12345678901a',
      '*',
      '',
      '１２３４５６７８９０１２',
    ])
      await expect(call('add', wrong)).rejects.toMatchObject({ code: 'invalid' });
    for (const payload of [{}, { action: 'drop' }, { action: 'add' }, { action: 'list', sub: 'x' }])
      await expect(run(stage.context(), payload, caller)).rejects.toMatchObject({
        code: 'invalid',
      });
    expect(await call('list')).toEqual([]);
  });

  it('says what to do where there is no feed yet', async () => {
    const asked = run(stage.context(), { action: 'list' }, newCaller());
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });
});
