import {
  feedName,
  listenerQueueName,
  queueName,
  sharedFeedName,
} from '../../../src/lib/core/cloud/names';
import type { FunctionContext } from '../../functions/context';
import { removeLeftovers } from './leftovers';

/** What CloudFormation tells a custom resource, as far as it is used (CloudFormation, custom resource requests). */
export interface StackEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}

/** What CloudFormation waits for, at the address it gave. */
export interface StackAnswer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}

/**
 * Removes everything that was made at run time when the stack is deleted; does nothing before. A failure is told, so
 * that nothing billable is left unseen: deleting the stack again goes on where it stopped.
 */
export async function run(
  context: FunctionContext,
  event: StackEvent,
  answer: (url: string, told: StackAnswer) => Promise<void>,
): Promise<void> {
  const told = await outcome(context, event);
  await answer(event.ResponseURL, {
    ...told,
    PhysicalResourceId: `${context.facts.prefix}-teardown`,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  });
}

async function outcome(
  context: FunctionContext,
  { RequestType }: StackEvent,
): Promise<Pick<StackAnswer, 'Status' | 'Reason'>> {
  if (RequestType !== 'Delete') return { Status: 'SUCCESS', Reason: 'Nothing to do yet' };
  try {
    const removed = await removeLeftovers(context.clients, namesOf(context.facts.prefix));
    context.log({ level: 'info', message: 'leftovers removed', ...removed });
    return {
      Status: 'SUCCESS',
      Reason: `Removed ${removed.queues} queues and ${removed.topics} topics`,
    };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    context.log({ level: 'error', message: 'leftovers not removed', reason });
    return { Status: 'FAILED', Reason: reason };
  }
}

/** The names of a person's or listener's things without the person or listener. */
function namesOf(prefix: string) {
  return {
    queues: [queueName(prefix, ''), listenerQueueName(prefix, '')],
    topics: [feedName(prefix, ''), sharedFeedName(prefix, '')],
  };
}
