import {
  CreateTopicCommand,
  DeleteTopicCommand,
  SetSubscriptionAttributesCommand,
} from '@aws-sdk/client-sns';
import { DeleteQueueCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, Facts } from '../../functions/context';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { FACTS, newCaller, openStage, type Stage } from '../../functions/fixtures/stage';

import { thingsOf } from '../../functions/place/things';
import { setTopicPolicy } from '../../functions/place/topic';
import { TopicSubscriptions } from '../../functions/place/topic-subscriptions';
import { run as connections } from '../connections/connections';
import { run as ensureQueue } from '../ensure-queue/ensure-queue';
import { run } from './check-connection';

const OWN: Partial<Facts> = { deployment: 'own' };
const TRAIL = 'arn:aws:cloudtrail:us-east-1:000000000000:trail/all';

let stage: Stage;
let caller: Caller;
let url: string;

beforeAll(async () => {
  stage = await openStage();
  await stage.sns.send(new CreateTopicCommand({ Name: `${FACTS.prefix}-account` }));
});
beforeEach(async () => {
  caller = newCaller(['owner']);
  url = (await ensureQueue(stage.context(OWN), {}, caller)).queueUrl;
  stage.eventbridge.answers.set('ListRuleNamesByTarget', () => ({ RuleNames: ['a', 'b'] }));
  stage.eventbridge.answers.set('DescribeRule', () => ({ State: 'ENABLED' }));
  stage.cloudtrail.answers.set('DescribeTrails', () => ({ trailList: [{ TrailARN: TRAIL }] }));
  stage.cloudtrail.answers.set('GetTrailStatus', () => ({ IsLogging: true }));
});
afterAll(() => stage.close());

const things = () => thingsOf(FACTS, caller.sub);

async function check(id: string, facts = OWN) {
  const { checks } = await run(stage.context(facts), {}, caller);
  return checks.find((one) => one.id === id)!;
}

describe('check-connection', () => {
  it('finds everything right, in the order in which events go', async () => {
    const { checks } = await run(stage.context(OWN), {}, caller);
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'rule ok',
      'trail ok',
      'connector unknown',
      'feed ok',
      'feed-policy ok',
      'subscription ok',
      'queue ok',
      'dead-letters ok',
    ]);
    for (const { state, resolution } of checks) expect(resolution === '').toBe(state === 'ok');
  });

  it('changes nothing', async () => {
    const stranger = newCaller();
    const { checks } = await run(stage.context(), {}, stranger);
    const wrong = checks.filter(({ state }) => state === 'wrong').map(({ id }) => id);
    expect(wrong).toEqual(['feed', 'feed-policy', 'subscription', 'queue']);
    expect((await run(stage.context(), {}, stranger)).checks).toEqual(checks);
  });

  it('sees a queue that is gone, or admits no topic, or sets nothing aside', async () => {
    const set = (Attributes: Record<string, string>) =>
      stage.sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes }));
    await set({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }) });
    expect(await check('queue')).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/policy/),
    });
    await set({ RedrivePolicy: '' });
    expect(await check('dead-letters')).toMatchObject({ state: 'wrong' });
    await ensureQueue(stage.context(OWN), {}, caller);
    expect(await check('dead-letters')).toMatchObject({ state: 'ok' });
    await stage.sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
    expect(await check('queue')).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/does not exist/),
    });
  });

  it('sees a feed that is gone, and one whose policy was changed', async () => {
    await setTopicPolicy(stage.context(), things().feedArn, {
      Version: '2012-10-17',
      Statement: [],
    });
    expect(await check('feed-policy')).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/changed/),
    });
    await stage.sns.send(new DeleteTopicCommand({ TopicArn: things().feedArn }));
    expect(await check('feed')).toMatchObject({ state: 'wrong' });
  });

  it('sees subscriptions that are missing, wrap their messages or hold some back', async () => {
    const { feedArn, queueArn } = things();
    const known = new TopicSubscriptions(stage.context(), feedArn);
    const SubscriptionArn = (await known.arnOf(queueArn))!;
    for (const [AttributeName, AttributeValue] of [
      ['FilterPolicy', '{"source":["aws.s3"]}'],
      ['RawMessageDelivery', 'false'],
    ]) {
      const change = { SubscriptionArn, AttributeName, AttributeValue };
      await stage.sns.send(new SetSubscriptionAttributesCommand(change));
      expect(await check('subscription')).toMatchObject({
        state: 'wrong',
        message: expect.stringMatching(/wraps .* or holds/),
      });
      await ensureQueue(stage.context(OWN), {}, caller);
      expect(await check('subscription')).toMatchObject({ state: 'ok' });
    }
    await stage.sns.send(new DeleteTopicCommand({ TopicArn: feedArn }));
    expect(await check('subscription')).toMatchObject({
      message: expect.stringMatching(/does not subscribe/),
    });
  });

  it('names the accounts that may publish, and says when there is none', async () => {
    caller = newCaller();
    await ensureQueue(stage.context(), {}, caller);
    expect(await check('feed-policy', {})).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/No account/),
    });
    await connections(stage.context(), { action: 'add', account: '123456789012' }, caller);
    expect(await check('feed-policy', {})).toMatchObject({
      state: 'ok',
      message: expect.stringMatching(/123456789012/),
    });
  });

  it('names the rules that are disabled, and says when there is none', async () => {
    stage.eventbridge.answers.set('DescribeRule', ({ Name }) => ({
      State: Name === 'b' ? 'DISABLED' : 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    }));
    expect(await check('rule')).toMatchObject({
      state: 'wrong',
      message: 'Rules are disabled: b.',
    });
    stage.eventbridge.answers.set('ListRuleNamesByTarget', () => ({}));
    expect(await check('rule')).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/No rule/),
    });
    expect(stage.eventbridge.inputs('ListRuleNamesByTarget').at(-1)).toEqual({
      TargetArn: FACTS.accountFeedArn,
    });
  });

  it('sees that no trail is there, or none logs, or one cannot be asked', async () => {
    stage.cloudtrail.answers.set('GetTrailStatus', () => ({ IsLogging: false }));
    expect(await check('trail')).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/does not log/),
    });
    stage.cloudtrail.answers.set('GetTrailStatus', () => {
      throw new ServiceRefusal('AccessDeniedException');
    });
    expect(await check('trail')).toMatchObject({ state: 'unknown' });
    stage.cloudtrail.answers.set('DescribeTrails', () => ({}));
    expect(await check('trail')).toMatchObject({
      state: 'wrong',
      message: expect.stringMatching(/no trail/),
    });
  });

  it('says what it could not see, and checks the rest', async () => {
    stage.eventbridge.answers.delete('ListRuleNamesByTarget');
    stage.cloudtrail.answers.delete('DescribeTrails');
    const { checks } = await run(stage.context(OWN), {}, caller);
    const unknown = checks.filter(({ state }) => state === 'unknown').map(({ id }) => id);
    expect(unknown).toEqual(['rule', 'trail', 'connector']);
    expect(checks.find(({ id }) => id === 'queue')!.state).toBe('ok');
  });

  it('looks into nobody’s account in the hosted deployment', async () => {
    const before = stage.eventbridge.sent.length + stage.cloudtrail.sent.length;
    expect(await check('rule', {})).toMatchObject({ state: 'unknown' });
    expect(await check('trail', {})).toMatchObject({ state: 'unknown' });
    expect(stage.eventbridge.sent.length + stage.cloudtrail.sent.length).toBe(before);
  });
});
