import type { CloudDeployment } from '../deployment';
import type { MessageServices } from './message-services';

/** Makes the queues and topics that the templates make, with their policies. */
export async function standUp(
  messages: MessageServices,
  { queues, topics }: Pick<CloudDeployment, 'queues' | 'topics'>,
): Promise<void> {
  for (const { name, policy } of queues) await messages.createQueue(name, policy);
  for (const { name, policy } of topics) await messages.createTopic(name, policy);
}
