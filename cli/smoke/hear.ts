import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
} from '@aws-sdk/client-sqs';
import { readBody } from '../../src/lib/core/event/read-body';
import type { Principal } from './principal';

/** SQS holds a long poll for at most 20 s (API reference, ReceiveMessage). */
const LONGEST_POLL_SECONDS = 20;

/** Whether a body carries the event, read as the page reads it. */
function carries(message: Message, eventId: string): boolean {
  return readBody(message.Body ?? '', Date.now()).events.some(({ id }) => id === eventId);
}

async function remove({ sqs }: Principal, QueueUrl: string, messages: readonly Message[]) {
  const Entries = messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
}

/**
 * Waits for an event on a queue, and deletes what it reads on the way. Gives the body that carried it.
 *
 * @throws Error when it did not come in time.
 */
export async function hear(
  listener: Principal,
  queueUrl: string,
  eventId: string,
  timeoutSeconds: number,
  stop: AbortSignal,
): Promise<string> {
  const abortSignal = AbortSignal.any([stop, AbortSignal.timeout(timeoutSeconds * 1_000)]);
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: Math.min(LONGEST_POLL_SECONDS, Math.ceil(timeoutSeconds)),
  });
  try {
    for (;;) {
      const { Messages: messages = [] } = await listener.sqs.send(command, { abortSignal });
      if (messages.length > 0) await remove(listener, queueUrl, messages);
      const found = messages.find((message) => carries(message, eventId));
      if (found) return found.Body ?? '';
    }
  } catch (error) {
    if (abortSignal.aborted && !stop.aborted)
      throw new Error(`The event did not come within ${timeoutSeconds} s.`, { cause: error });
    throw error;
  }
}
