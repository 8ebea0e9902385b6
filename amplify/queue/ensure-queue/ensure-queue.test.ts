import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, describe, it } from 'vitest';
import type { Caller } from '../../functions/context';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { FACTS, newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { thingsOf } from '../../functions/place/things';
import { markDeleted } from '../../functions/table/tombstone';
import { run } from './ensure-queue';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.sns.send(new CreateTopicCommand({ Name: `${FACTS.prefix}-account` }));
});
afterAll(() => stage.close());

const things = (caller: Caller) => thingsOf(FACTS, caller.sub);

async function queueAttributes(QueueUrl: string) {
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
  return (await stage.sqs.send(asked)).Attributes!;
}

async function policyOf(TopicArn: string) {
  const { Attributes } = await stage.sns.send(new GetTopicAttributesCommand({ TopicArn }));
  return JSON.parse(Attributes!['Policy']!) as { Statement: { Sid: string }[] };
}

async function subscriptions(TopicArn: string, queueArn: string) {
  const listed = await stage.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  return listed.Subscriptions!.filter(({ Endpoint }) => Endpoint === queueArn);
}

async function heardAfter(topicArn: string, QueueUrl: string): Promise<readonly string[]> {
  await stage.sns.send(new PublishCommand({ TopicArn: topicArn, Message: '{"hello":1}' }));
  const asked = new ReceiveMessageCommand({
    QueueUrl,
    WaitTimeSeconds: 0,
    MaxNumberOfMessages: 10,
  });
  return ((await stage.sqs.send(asked)).Messages ?? []).map(({ Body }) => Body!);
}

/** All that a whole place must be, whatever it was before. */
async function expectWhole(caller: Caller, url: string) {
  const { queueArn, feedArn, sharedFeedArn } = things(caller);
  const attributes = await queueAttributes(url);
  expect(attributes).toMatchObject({
    SqsManagedSseEnabled: 'true',
    MessageRetentionPeriod: '345600',
    ReceiveMessageWaitTimeSeconds: '20',
    DelaySeconds: '0',
  });
  expect(JSON.parse(attributes['RedrivePolicy']!)).toEqual({
    deadLetterTargetArn: FACTS.deadLettersArn,
    maxReceiveCount: 20,
  });
  expect(JSON.parse(attributes['Policy']!)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'FromTheFeed',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': [feedArn] } },
      },
      {
        Sid: 'DenyWithoutTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: queueArn,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  for (const topic of [feedArn, sharedFeedArn]) {
    const sids = (await policyOf(topic)).Statement.map(({ Sid }) => Sid);
    expect(sids).toEqual(['DenyWithoutTls']);
  }
  expect(await subscriptions(feedArn, queueArn)).toHaveLength(1);
  expect(await heardAfter(feedArn, url)).toEqual(['{"hello":1}']);
}

describe('ensure-queue', () => {
  it('makes a whole place, and twice changes nothing', async () => {
    const caller = newCaller();
    const place = await run(stage.context(), {}, caller);
    expect(place).toEqual({
      queueUrl: expect.stringContaining(things(caller).queueName),
      queueName: things(caller).queueName,
      feedArn: things(caller).feedArn,
      sharedFeedArn: things(caller).sharedFeedArn,
      region: 'us-east-1',
      hearsOwnAccount: false,
    });
    expect(await run(stage.context(), {}, caller)).toEqual(place);
    await expectWhole(caller, place.queueUrl);
  });

  it('makes one place when ten calls come at once', async () => {
    const caller = newCaller();
    const calls = Array.from({ length: 10 }, () => run(stage.context(), {}, caller));
    const places = await Promise.all(calls);
    expect(new Set(places.map(({ queueUrl }) => queueUrl)).size).toBe(1);
    await expectWhole(caller, places[0]!.queueUrl);
  });

  it('repairs a queue whose attributes and policy are wrong', async () => {
    const caller = newCaller();
    const Attributes = { MessageRetentionPeriod: '60', DelaySeconds: '900', Policy: '{}' };
    const { queueName: QueueName } = things(caller);
    await stage.sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    await expectWhole(caller, (await run(stage.context(), {}, caller)).queueUrl);
  });

  it('repairs a feed without a policy, and with the one that SNS gives by itself', async () => {
    for (const Policy of [undefined, DEFAULT_POLICY, 'not a policy']) {
      const caller = newCaller();
      const { feedName, sharedFeedName } = things(caller);
      const Attributes = Policy === undefined ? undefined : { Policy };
      for (const Name of [feedName, sharedFeedName])
        await stage.sns.send(new CreateTopicCommand({ Name, Attributes }));
      await expectWhole(caller, (await run(stage.context(), {}, caller)).queueUrl);
    }
  });

  it('keeps statements that are not ours on the feed, and takes out the open one', async () => {
    const caller = newCaller();
    await run(stage.context(), {}, caller);
    const { feedArn: TopicArn } = things(caller);
    const others = { Sid: 'Mine', Effect: 'Deny', Principal: '*', Action: 'sns:Publish' };
    const open = { Sid: '__default_statement_ID', Effect: 'Allow', Principal: { AWS: '*' } };
    const AttributeValue = JSON.stringify({ Statement: [open, others] });
    await stage.sns.send(
      new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }),
    );
    await run(stage.context(), {}, caller);
    const [deny, kept, ...more] = (await policyOf(TopicArn)).Statement;
    expect([deny!.Sid, kept, more]).toEqual(['DenyWithoutTls', others, []]);
  });

  it('sets a subscription right that wraps its messages, or holds some back', async () => {
    for (const Attributes of [{}, { RawMessageDelivery: 'true', FilterPolicy: '{"a":["b"]}' }]) {
      const caller = newCaller();
      const { feedName, feedArn, queueArn } = things(caller);
      await stage.sns.send(new CreateTopicCommand({ Name: feedName }));
      const wrong = { TopicArn: feedArn, Protocol: 'sqs', Endpoint: queueArn, Attributes };
      await stage.sns.send(new SubscribeCommand(wrong));
      await expectWhole(caller, (await run(stage.context(), {}, caller)).queueUrl);
    }
  });

  it('makes again whatever of the place was removed', async () => {
    const caller = newCaller();
    const { queueUrl } = await run(stage.context(), {}, caller);
    const { feedArn, sharedFeedArn } = things(caller);
    await stage.sns.send(new DeleteTopicCommand({ TopicArn: feedArn }));
    await expectWhole(caller, (await run(stage.context(), {}, caller)).queueUrl);
    await stage.sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
    await stage.sns.send(new DeleteTopicCommand({ TopicArn: sharedFeedArn }));
    await expectWhole(caller, (await run(stage.context(), {}, caller)).queueUrl);
  });
});

const DEFAULT_POLICY = JSON.stringify({
  Version: '2008-10-17',
  Statement: [{ Sid: '__default_statement_ID', Effect: 'Allow', Principal: { AWS: '*' } }],
});

describe('ensure-queue in a deployment of one’s own', () => {
  const accountFeed = FACTS.accountFeedArn;

  it('lets owners and listeners hear the account, and nobody else', async () => {
    const own = stage.context({ deployment: 'own' });
    for (const groups of [['owner'], ['listener'], ['admin', 'listener']]) {
      const caller = newCaller(groups);
      const place = await run(own, {}, caller);
      expect(place.hearsOwnAccount).toBe(true);
      expect(await heardAfter(accountFeed, place.queueUrl)).toEqual(['{"hello":1}']);
      const policy = (await queueAttributes(place.queueUrl))['Policy'];
      expect(policy).toContain(`{"aws:SourceArn":["${things(caller).feedArn}","${accountFeed}"]}`);
    }
    const stranger = newCaller(['admin']);
    await run(own, {}, stranger);
    expect(await subscriptions(accountFeed, things(stranger).queueArn)).toEqual([]);
  });

  it('takes the account away from who is not in a group any more', async () => {
    const caller = newCaller(['listener']);
    const own = stage.context({ deployment: 'own' });
    await run(own, {}, caller);
    const place = await run(own, {}, { ...caller, groups: [] });
    expect(place.hearsOwnAccount).toBe(false);
    expect(await heardAfter(accountFeed, place.queueUrl)).toEqual([]);
    await expectWhole(caller, place.queueUrl);
  });

  it('is heard by nobody in the hosted one, whatever their groups', async () => {
    const place = await run(stage.context(), {}, newCaller(['owner', 'listener']));
    expect(place.hearsOwnAccount).toBe(false);
    expect(await heardAfter(accountFeed, place.queueUrl)).toEqual([]);
  });
});

describe('ensure-queue refuses', () => {
  it('fields that it does not know', async () => {
    const asked = run(stage.context(), { sub: 'somebody-else' }, newCaller());
    await expect(asked).rejects.toMatchObject({ code: 'invalid' });
  });

  it('an account that is deleted, and leaves nothing behind', async () => {
    const caller = newCaller();
    await markDeleted(stage.context(), caller.sub);
    await expect(run(stage.context(), {}, caller)).rejects.toMatchObject({ code: 'not-allowed' });
    const asked = new ListSubscriptionsByTopicCommand({ TopicArn: things(caller).feedArn });
    expect((await stage.sns.send(asked)).Subscriptions ?? []).toEqual([]);
  });

  it('an account that is deleted while its place is made, and removes the place', async () => {
    const caller = newCaller();
    const context = stage.context();
    const send = async (command: CreateQueueCommand) => {
      await markDeleted(context, caller.sub);
      return stage.sqs.send(command);
    };
    const sqs = { send } as unknown as typeof stage.sqs;
    const asked = run({ ...context, clients: { ...context.clients, sqs } }, {}, caller);
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
    const gone = new GetTopicAttributesCommand({ TopicArn: things(caller).feedArn });
    await expect(stage.sns.send(gone)).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('with words to wait, in the minute after a deletion', async () => {
    const context = stage.context();
    const send = () => Promise.reject(new ServiceRefusal('QueueDeletedRecently'));
    const sqs = { send } as unknown as typeof stage.sqs;
    const asked = run({ ...context, clients: { ...context.clients, sqs } }, {}, newCaller());
    await expect(asked).rejects.toMatchObject({
      code: 'wait',
      resolution: 'Wait a minute, and try again.',
    });
  });
});
