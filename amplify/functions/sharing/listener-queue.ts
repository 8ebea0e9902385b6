import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { listenerQueueName } from '../../../src/lib/core/cloud/names';
import type { FunctionContext } from '../context';
import { listenerQueueAttributes } from '../place/attributes';
import { ensureQueue, queueUrl, removeQueue } from '../place/queue';
import { ensureSubscription, removeSubscription } from '../place/subscription';
import { queueArn, thingsOf } from '../place/things';
import { TopicSubscriptions } from '../place/topic-subscriptions';
import { admittedTopics } from '../policies/queue-policy';
import { orNull } from '../service-error';
import { filterPolicy } from './filter-policy';
import type { SeatRow } from './seat-row';
import type { ShareRow } from './share-row';

export interface ListenerQueue {
  readonly url: string;
  readonly arn: string;
}

/** Makes a listener's queue and its filtered subscription to the shared feed, or finds them made. */
export async function ensureListenerQueue(
  context: FunctionContext,
  share: ShareRow,
  listener: string,
): Promise<ListenerQueue> {
  const name = listenerQueueName(context.facts.prefix, listener);
  const arn = queueArn(context.facts, name);
  const { sharedFeedArn } = thingsOf(context.facts, share.person);
  const url = await ensureQueue(context, name, listenerQueueAttributes(arn, sharedFeedArn));
  await ensureSubscription(context, sharedFeedArn, arn, filterPolicy(share.filter));
  return { url, arn };
}

/** The subscriptions of the shared feed that a seat listens to. */
export function subscriptionsBeside(
  context: FunctionContext,
  { person }: Pick<SeatRow, 'person'>,
): TopicSubscriptions {
  return new TopicSubscriptions(context, thingsOf(context.facts, person).sharedFeedArn);
}

/**
 * Removes a listener's queue and its subscription, as far as they are there. The queue goes last: as long as it is
 * there, the sweep finds what is left.
 */
export async function removeListenerQueue(
  context: FunctionContext,
  seat: Pick<SeatRow, 'listener' | 'person'>,
  known = subscriptionsBeside(context, seat),
): Promise<void> {
  const name = listenerQueueName(context.facts.prefix, seat.listener);
  const { sharedFeedArn } = thingsOf(context.facts, seat.person);
  await removeSubscription(context, sharedFeedArn, queueArn(context.facts, name), known);
  await removeQueue(context, name);
}

/**
 * Removes a listener's queue of which the table knows nothing. Which topic it subscribes to is told by its own
 * policy; deleting a queue does not end its subscriptions.
 */
export async function removeOrphanQueue(context: FunctionContext, name: string): Promise<void> {
  const arn = queueArn(context.facts, name);
  for (const topic of await topicsOf(context, name)) await removeSubscription(context, topic, arn);
  await removeQueue(context, name);
}

async function topicsOf(context: FunctionContext, name: string): Promise<readonly string[]> {
  const QueueUrl = await queueUrl(context, name);
  if (QueueUrl === null) return [];
  const asked = context.clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy'] }),
  );
  const { Attributes } = (await orNull(asked, 'QueueDoesNotExist', 'NonExistentQueue')) ?? {};
  return admittedTopics(Attributes?.['Policy'] ?? '');
}
