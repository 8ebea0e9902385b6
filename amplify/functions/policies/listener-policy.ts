import type { PolicyJson } from './policy-json';

/** What a listener does with the queue: `DeleteMessage` admits batches too. */
const LISTENING = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
];

/** The session policy of a listener: of all that the listener role may do, one queue is left. */
export function listenerPolicy(queueArn: string): PolicyJson {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'OwnQueue', Effect: 'Allow', Action: LISTENING, Resource: queueArn }],
  };
}
