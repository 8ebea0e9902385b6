import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  type QueueAttributeName,
} from '@aws-sdk/client-sqs';
import type { FunctionContext } from '../context';
import { Refusal } from '../refusal';
import { isNamed, orNull } from '../service-error';

export type QueueAttributes = Partial<Record<QueueAttributeName, string>>;

/** The queue's URL, or null where there is none. */
export async function queueUrl(context: FunctionContext, name: string): Promise<string | null> {
  const asked = context.clients.sqs.send(new GetQueueUrlCommand({ QueueName: name }));
  return (await orNull(asked, 'QueueDoesNotExist', 'NonExistentQueue'))?.QueueUrl ?? null;
}

/**
 * Makes the queue, or gives the one that is there these attributes. Twice and at once it does the same.
 *
 * @returns the queue's URL.
 * @throws {Refusal} `wait` in the minute after a queue of the name was deleted, as SQS demands.
 */
export async function ensureQueue(
  context: FunctionContext,
  name: string,
  attributes: QueueAttributes,
): Promise<string> {
  const { sqs } = context.clients;
  try {
    const made = await sqs.send(
      new CreateQueueCommand({ QueueName: name, Attributes: attributes }),
    );
    return made.QueueUrl ?? '';
  } catch (error) {
    if (isNamed(error, 'QueueDeletedRecently')) throw deletedRecently();
    if (!isNamed(error, 'QueueNameExists', 'QueueAlreadyExists')) throw error;
  }
  const url = await queueUrl(context, name);
  if (url === null) throw deletedRecently();
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
  context.log({ level: 'info', message: 'queue repaired', queue: name });
  return url;
}

/** Deletes the queue; gives whether there was one. */
export async function removeQueue(context: FunctionContext, name: string): Promise<boolean> {
  const url = await queueUrl(context, name);
  if (url === null) return false;
  const deleted = context.clients.sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
  return (await orNull(deleted, 'QueueDoesNotExist', 'NonExistentQueue')) !== null;
}

function deletedRecently(): Refusal {
  return new Refusal(
    'wait',
    'Your queue was deleted a moment ago, and AWS lets nobody make it again at once.',
    'Wait a minute, and try again.',
  );
}
