import { GetSubscriptionAttributesCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { ConnectionCheck } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext } from '../../functions/context';
import { queueUrl } from '../../functions/place/queue';
import { isWholeSubscription } from '../../functions/place/subscription';
import type { Things } from '../../functions/place/things';
import { topicPolicy } from '../../functions/place/topic';
import { TopicSubscriptions } from '../../functions/place/topic-subscriptions';
import { readFeedPolicy } from '../../functions/policies/feed-policy';
import { admittedTopics } from '../../functions/policies/queue-policy';
import { orNull } from '../../functions/service-error';
import { ok, REPAIR, unknown, wrong } from './check';

/** The topics whose messages a person's queue should get: the feed, and the account's own where they hear it. */
export interface Checked {
  readonly things: Things;
  readonly topics: readonly string[];
  readonly hearsOwnAccount: boolean;
}

type Attributes = Readonly<Record<string, string>>;

async function queueAttributes(context: FunctionContext, name: string): Promise<Attributes | null> {
  const QueueUrl = await queueUrl(context, name);
  if (QueueUrl === null) return null;
  const asked = context.clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return (await orNull(asked, 'QueueDoesNotExist', 'NonExistentQueue'))?.Attributes ?? null;
}

/** Whether the queue is there and admits its topics, and where its messages go that nobody took. */
export async function checkQueue(
  context: FunctionContext,
  { things, topics }: Checked,
): Promise<readonly ConnectionCheck[]> {
  const attributes = await queueAttributes(context, things.queueName);
  if (attributes === null)
    return [
      wrong('queue', 'Your queue does not exist.', REPAIR),
      unknown('dead-letters', 'Without a queue there are no dead letters.', REPAIR),
    ];
  const admitted = admittedTopics(attributes['Policy'] ?? '');
  const refused = topics.filter((topic) => !admitted.includes(topic));
  const waiting = attributes['ApproximateNumberOfMessages'] ?? '0';
  const queue =
    refused.length > 0
      ? wrong('queue', 'Your queue’s policy refuses a topic that should reach it.', REPAIR)
      : ok('queue', `Your queue is there; ${waiting} messages wait on it.`);
  return [queue, deadLetters(context, attributes)];
}

function deadLetters({ facts }: FunctionContext, attributes: Attributes): ConnectionCheck {
  return (attributes['RedrivePolicy'] ?? '').includes(`"${facts.deadLettersArn}"`)
    ? ok('dead-letters', 'What could not be taken in twenty tries is set aside.')
    : wrong('dead-letters', 'What cannot be taken is tried for ever.', REPAIR);
}

/** Whether the feed is there, and whom it admits. */
export async function checkFeed(
  context: FunctionContext,
  { things, hearsOwnAccount }: Checked,
): Promise<readonly ConnectionCheck[]> {
  const policy = await topicPolicy(context, things.feedArn);
  if (policy === null)
    return [
      wrong('feed', 'Your feed does not exist.', REPAIR),
      wrong('feed-policy', 'No account can publish to a feed that is not there.', REPAIR),
    ];
  const { accounts, isWhole } = readFeedPolicy(things.feedArn, policy);
  const feed = ok('feed', 'Your feed is there.');
  if (!isWhole) return [feed, wrong('feed-policy', 'Your feed’s policy was changed.', REPAIR)];
  if (accounts.length > 0) {
    const names = accounts.map(({ account }) => account).join(', ');
    return [feed, ok('feed-policy', `These accounts may publish to your feed: ${names}.`)];
  }
  return [
    feed,
    hearsOwnAccount
      ? ok('feed-policy', 'No other account is connected; this deployment’s own one is heard.')
      : wrong(
          'feed-policy',
          'No account may publish to your feed yet.',
          'Add the number of the account in which the connector runs.',
        ),
  ];
}

/** Whether the queue gets what is published to its topics, and as it was published. */
export async function checkSubscriptions(
  context: FunctionContext,
  { things, topics }: Checked,
): Promise<ConnectionCheck> {
  const whole = await Promise.all(topics.map((topic) => isWhole(context, topic, things.queueArn)));
  if (whole.includes(null))
    return wrong('subscription', 'Your queue does not subscribe to its feed.', REPAIR);
  if (whole.includes(false))
    return wrong('subscription', 'SNS wraps the events, or holds some of them back.', REPAIR);
  return ok('subscription', 'Your queue gets what is published to your feed.');
}

/** Null where there is no subscription. */
async function isWhole(
  context: FunctionContext,
  topicArn: string,
  queueArn: string,
): Promise<boolean | null> {
  const SubscriptionArn = await new TopicSubscriptions(context, topicArn).arnOf(queueArn);
  if (SubscriptionArn === null) return null;
  const asked = context.clients.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  const found = await orNull(asked, 'NotFound');
  return found === null ? null : isWholeSubscription(found.Attributes ?? {});
}
