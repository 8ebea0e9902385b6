import type { Call } from '../gate/call';
import type { Services } from '../services';
import { ServiceRefusal } from '../service-refusal';

/**
 * Checks that the queues that are subscribed to a topic let SNS put messages there. AWS drops what a queue's policy
 * refuses, and says nothing; here the publishing itself fails, so that nobody searches for long. The emulator that
 * delivers asks no policy.
 *
 * @throws ServiceRefusal InternalError, which names the queue.
 */
export async function checkDeliveries(
  { messages, gate }: Pick<Services, 'messages' | 'gate'>,
  { input }: Call,
): Promise<void> {
  const topic = String(input['TopicArn']);
  for (const queue of await messages.subscribers(topic)) {
    const context = { 'aws:SourceArn': topic, 'aws:SourceAccount': topic.split(':')[4] ?? '' };
    const { allowed, because } = await gate.mayDo(
      { kind: 'service', service: 'sns.amazonaws.com' },
      { action: 'sqs:SendMessage', resource: queue, context },
    );
    if (allowed) continue;
    const message = `SNS would not deliver from ${topic} to ${queue}: ${because}`;
    throw new ServiceRefusal('InternalError', message, 500);
  }
}
