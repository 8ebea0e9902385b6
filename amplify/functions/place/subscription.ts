import {
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { FunctionContext } from '../context';
import { isNamed, orNull } from '../service-error';

/** Raw: the message arrives as it was published, without an envelope of SNS's. */
const RAW = { RawMessageDelivery: 'true' };

/** A page holds a hundred; more subscriptions than this a topic of ours never has. */
const MAX_PAGES = 50;

/** The ARN of a queue's subscription to a topic, or null where there is none. */
export async function subscriptionArn(
  context: FunctionContext,
  topicArn: string,
  queueArn: string,
): Promise<string | null> {
  let next: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const asked = context.clients.sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken: next }),
    );
    const { Subscriptions = [], NextToken } = (await orNull(asked, 'NotFound')) ?? {};
    const found = Subscriptions.find(({ Endpoint }) => Endpoint === queueArn);
    if (found?.SubscriptionArn !== undefined) return found.SubscriptionArn;
    if (NextToken === undefined) return null;
    next = NextToken;
  }
  return null;
}

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
      ? await subscriptionArn(context, topicArn, queueArn)
      : null;
    if (arn === null) throw error;
    await setRight(context, arn, Attributes);
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

/** Ends a queue's subscription to a topic, where there is one. */
export async function removeSubscription(
  context: FunctionContext,
  topicArn: string,
  queueArn: string,
): Promise<void> {
  const arn = await subscriptionArn(context, topicArn, queueArn);
  if (arn === null) return;
  await orNull(
    context.clients.sns.send(new UnsubscribeCommand({ SubscriptionArn: arn })),
    'NotFound',
  );
}
