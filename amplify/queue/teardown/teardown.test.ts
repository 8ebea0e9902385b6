import { CreateQueueCommand, ListQueuesCommand } from '@aws-sdk/client-sqs';
import { CreateTopicCommand, ListTopicsCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace } from '../../functions/place/make-place';
import { FACTS, newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { run, type StackAnswer, type StackEvent } from './teardown';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const event = (RequestType: StackEvent['RequestType']): StackEvent => ({
  RequestType,
  ResponseURL: 'https://cloudformation.example/answer',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Leftovers',
});

async function asked(RequestType: StackEvent['RequestType'], context = stage.context()) {
  const told: [string, StackAnswer][] = [];
  await run(context, event(RequestType), async (url, answer) => void told.push([url, answer]));
  expect(told).toHaveLength(1);
  expect(told[0]![0]).toBe('https://cloudformation.example/answer');
  return told[0]![1];
}

async function left() {
  const { QueueUrls = [] } = await stage.sqs.send(new ListQueuesCommand({}));
  const { Topics = [] } = await stage.sns.send(new ListTopicsCommand({}));
  const names = [
    ...QueueUrls.map((url) => url.split('/').at(-1)!),
    ...Topics.map(({ TopicArn }) => TopicArn!.split(':').at(-1)!),
  ];
  return names.sort();
}

const KEPT = [
  `${FACTS.prefix}-account`,
  `${FACTS.prefix}-dead-letters`,
  'ame-76543210-feed-somebody',
  'ame-76543210-q-somebody',
];

describe('removing a deployment', () => {
  beforeAll(async () => {
    for (const name of KEPT)
      if (name.includes('-account') || name.includes('-feed-'))
        await stage.sns.send(new CreateTopicCommand({ Name: name }));
      else await stage.sqs.send(new CreateQueueCommand({ QueueName: name }));
    for (let people = 0; people < 12; people += 1) await makePlace(stage.context(), newCaller());
    const QueueName = `${FACTS.prefix}-listen-${'a'.repeat(32)}`;
    await stage.sqs.send(new CreateQueueCommand({ QueueName }));
  });

  it('does nothing while the stack is made or changed', async () => {
    const before = await left();
    expect(before).toHaveLength(KEPT.length + 12 * 3 + 1);
    for (const type of ['Create', 'Update'] as const)
      expect(await asked(type)).toMatchObject({
        Status: 'SUCCESS',
        LogicalResourceId: 'Leftovers',
      });
    expect(await left()).toEqual(before);
  });

  it('tells a failure, so that nothing stays behind unseen', async () => {
    const broken = stage.context();
    const refused = {
      ...broken.clients,
      sns: { ...broken.clients.sns, send: () => Promise.reject(new Error('AccessDenied')) },
    };
    const answer = await asked('Delete', {
      ...broken,
      clients: refused as unknown as typeof broken.clients,
    });
    expect(answer.Status).toBe('FAILED');
    expect(answer.Reason).not.toBe('');
  });

  it('removes people’s and listeners’ queues and feeds, and nothing of the stack’s or of others', async () => {
    expect(await asked('Delete')).toMatchObject({
      Status: 'SUCCESS',
      Reason: 'Removed 13 queues and 24 topics',
      PhysicalResourceId: `${FACTS.prefix}-teardown`,
    });
    expect(await left()).toEqual([...KEPT].sort());
  });

  it('may be asked again', async () => {
    expect(await asked('Delete')).toMatchObject({ Reason: 'Removed 0 queues and 0 topics' });
  });
});
