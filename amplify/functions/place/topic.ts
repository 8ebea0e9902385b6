import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  SetTopicAttributesCommand,
} from '@aws-sdk/client-sns';
import type { FunctionContext } from '../context';
import type { PolicyJson } from '../policies/policy-json';
import { isNamed, orNull } from '../service-error';

/** The text of the topic's policy; empty where it has none, null where there is no topic. */
export async function topicPolicy(context: FunctionContext, arn: string): Promise<string | null> {
  const asked = context.clients.sns.send(new GetTopicAttributesCommand({ TopicArn: arn }));
  const attributes = await orNull(asked, 'NotFound');
  return attributes === null ? null : (attributes.Attributes?.['Policy'] ?? '');
}

export async function setTopicPolicy(
  context: FunctionContext,
  arn: string,
  policy: PolicyJson,
): Promise<void> {
  await context.clients.sns.send(
    new SetTopicAttributesCommand({
      TopicArn: arn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify(policy),
    }),
  );
}

/**
 * Makes the topic with its policy at once, since one that is made without has a moment in which the whole account
 * may publish and subscribe. A topic that is there is left as it is.
 *
 * @returns the text of the policy that the topic has now.
 */
export async function ensureTopic(
  context: FunctionContext,
  arn: string,
  policy: PolicyJson,
): Promise<string> {
  const found = await topicPolicy(context, arn);
  if (found !== null) return found;
  const Name = arn.split(':').at(-1);
  const Attributes = { Policy: JSON.stringify(policy) };
  try {
    await context.clients.sns.send(new CreateTopicCommand({ Name, Attributes }));
  } catch (error) {
    // Another call made it in between, and has changed it since.
    if (!isNamed(error, 'InvalidParameter')) throw error;
  }
  return (await topicPolicy(context, arn)) ?? '';
}

/** Deletes the topic and with it its subscriptions; SNS says nothing where there was none. */
export async function removeTopic(context: FunctionContext, arn: string): Promise<void> {
  await context.clients.sns.send(new DeleteTopicCommand({ TopicArn: arn }));
}
