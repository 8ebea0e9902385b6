import type { FunctionContext } from '../context';
import { removeQueue } from './queue';
import { removeSubscription } from './subscription';
import { thingsOf } from './things';
import { removeTopic } from './topic';

/** Removes a person's queue, feeds and subscriptions, as far as they are there; gives the names of all that is gone. */
export async function removePlace(
  context: FunctionContext,
  sub: string,
): Promise<readonly string[]> {
  const { facts } = context;
  const things = thingsOf(facts, sub);
  if (facts.deployment === 'own')
    await removeSubscription(context, facts.accountFeedArn, things.queueArn);
  await Promise.all([
    removeTopic(context, things.feedArn),
    removeTopic(context, things.sharedFeedArn),
  ]);
  await removeQueue(context, things.queueName);
  return [things.feedName, things.sharedFeedName, things.queueName];
}
