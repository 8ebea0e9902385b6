import { describe, expect, it } from 'vitest';
import { FakeClient, ServiceRefusal } from '../fixtures/fake-client';
import type { FunctionContext } from '../context';
import { TopicSubscriptions } from './topic-subscriptions';

function subscriptionsOf(list: (token: unknown) => unknown) {
  const sns = new FakeClient();
  sns.answers.set('ListSubscriptionsByTopic', ({ NextToken }) => list(NextToken));
  const context = { clients: { sns } } as unknown as FunctionContext;
  return { sns, known: new TopicSubscriptions(context, 'arn:topic') };
}

const page = (first: number) =>
  Array.from({ length: 100 }, (_, index) => ({
    Endpoint: `queue ${first + index}`,
    SubscriptionArn: `subscription ${first + index}`,
  }));

describe('the subscriptions of a topic', () => {
  it('are listed once, over all pages, for all who ask', async () => {
    const { sns, known } = subscriptionsOf((token) =>
      token === undefined
        ? { Subscriptions: page(0), NextToken: 'more' }
        : { Subscriptions: page(100) },
    );
    const asked = ['queue 7', 'queue 150', 'queue 200'].map((queue) => known.arnOf(queue));
    expect(await Promise.all(asked)).toEqual(['subscription 7', 'subscription 150', null]);
    expect(sns.inputs('ListSubscriptionsByTopic')).toEqual([
      { TopicArn: 'arn:topic', NextToken: undefined },
      { TopicArn: 'arn:topic', NextToken: 'more' },
    ]);
  });

  it('are none where there is no topic', async () => {
    const { known } = subscriptionsOf(() => {
      throw new ServiceRefusal('NotFoundException');
    });
    expect(await known.arnOf('queue 7')).toBeNull();
  });

  it('are not listed for ever', async () => {
    const { sns, known } = subscriptionsOf(() => ({ Subscriptions: page(0), NextToken: 'more' }));
    expect(await known.arnOf('queue 100')).toBeNull();
    expect(sns.sent).toHaveLength(50);
  });
});
