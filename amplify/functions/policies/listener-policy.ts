import { QUEUE_READING } from '../../queue-reading';
import type { PolicyJson } from './policy-json';

/** The session policy of a listener: of all that the listener role may do, one queue is left. */
export function listenerPolicy(queueArn: string): PolicyJson {
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'OwnQueue', Effect: 'Allow', Action: [...QUEUE_READING], Resource: queueArn },
    ],
  };
}
