import {
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { FunctionContext } from '../context';
import { isNamed, orNull } from '../service-error';
import { TopicSubscriptions } from './topic-subscriptions';

/** Raw: the message arrives as it was published, without an envelope of SNS's. */
const RAW = { RawMessageDelivery: 'true' };

/** SNS takes an empty filter policy for none. */
const NO_FILTER = '{}';

/**
 * Subscribes a queue to a topic, raw; a subscription that is there and differs is set right, and is not interrupted.
 *
 * @param filterPolicy JSON of what is let through by the messages' attributes; absent: everything.
 */
export async function ensureSubscription(
  context: FunctionContext,
  topicArn: string,
  queueArn: string,
  filterPolicy?: string,
): Promise<void> {
  const Attributes = filterPolicy === undefined ? RAW : { ...RAW, FilterPolicy: filterPolicy };
  try {
    await context.clients.sns.send(
      new SubscribeCommand({
        TopicArn: topicArn,
        Protocol: 'sqs',
        Endpoint: queueArn,
        Attributes,
        ReturnSubscriptionArn: true,
      }),
    );
  } catch (error) {
    const arn = isNamed(error, 'InvalidParameter')
      ? await new TopicSubscriptions(context, topicArn).arnOf(queueArn)
      : null;
    if (arn === null) throw error;
    await setRight(context, arn, { FilterPolicy: NO_FILTER, ...Attributes });
  }
}

async function setRight(
  context: FunctionContext,
  arn: string,
  attributes: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [AttributeName, AttributeValue] of Object.entries(attributes))
    await context.clients.sns.send(
      new SetSubscriptionAttributesCommand({ SubscriptionArn: arn, AttributeName, AttributeValue }),
    );
  context.log({ level: 'info', message: 'subscription repaired', subscription: arn });
}

/** Ends a queue's subscription to a topic, where there is one; `known` spares a second listing. */
export async function removeSubscription(
  context: FunctionContext,
  topicArn: string,
  queueArn: string,
  known: TopicSubscriptions = new TopicSubscriptions(context, topicArn),
): Promise<void> {
  const arn = await known.arnOf(queueArn);
  if (arn === null) return;
  const ended = context.clients.sns.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
  await orNull(ended, 'NotFound');
}

/** Whether a subscription hands on all messages, and as they were published. */
export function isWholeSubscription(attributes: Readonly<Record<string, string>>): boolean {
  const { RawMessageDelivery, FilterPolicy = NO_FILTER } = attributes;
  return RawMessageDelivery === 'true' && ['', NO_FILTER].includes(FilterPolicy);
}
