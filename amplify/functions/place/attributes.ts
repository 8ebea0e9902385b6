import type { Facts } from '../context';
import { queuePolicy } from '../policies/queue-policy';
import type { QueueAttributes } from './queue';

/** The longest a receive may wait, so that an idle listener costs least. */
const WAIT_SECONDS = 20;

/** A page writes a message to its journal and deletes it within seconds; a slow one extends this while it holds it. */
const VISIBILITY_SECONDS = 30;

/** Four days: a laptop that was closed for a long weekend still hears what happened, and SQS asks no more for it. */
const RETENTION_SECONDS = 4 * 24 * 60 * 60;

/** A page that is closed in the middle of a batch gives it back; only what was given back so often is set aside. */
const MAX_RECEIVES = 20;

/**
 * A quarter of an hour: a listener hears what happens now, over a short sleep of the machine, and what they did not
 * hear does not lie about.
 */
const LISTENER_RETENTION_SECONDS = 15 * 60;

const COMMON: QueueAttributes = {
  ReceiveMessageWaitTimeSeconds: String(WAIT_SECONDS),
  VisibilityTimeout: String(VISIBILITY_SECONDS),
  DelaySeconds: '0',
  SqsManagedSseEnabled: 'true',
};

/** The attributes of a person's queue. */
export function personQueueAttributes(
  facts: Facts,
  queueArn: string,
  topicArns: readonly string[],
): QueueAttributes {
  return {
    ...COMMON,
    MessageRetentionPeriod: String(RETENTION_SECONDS),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: facts.deadLettersArn,
      maxReceiveCount: MAX_RECEIVES,
    }),
    Policy: JSON.stringify(queuePolicy(queueArn, topicArns)),
  };
}

/** The attributes of a listener's queue. What a listener left unread is not kept as a dead letter. */
export function listenerQueueAttributes(queueArn: string, sharedFeedArn: string): QueueAttributes {
  return {
    ...COMMON,
    MessageRetentionPeriod: String(LISTENER_RETENTION_SECONDS),
    Policy: JSON.stringify(queuePolicy(queueArn, [sharedFeedArn])),
  };
}
