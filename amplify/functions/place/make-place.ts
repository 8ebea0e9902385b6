import type { Place } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext } from '../context';
import {
  feedPolicy,
  readFeedPolicy,
  sharedFeedPolicy,
  statementsOf,
} from '../policies/feed-policy';
import { isSamePolicy } from '../policies/same-policy';
import { underLease } from '../table/lease';
import { personQueueAttributes } from './attributes';
import { ensureQueue } from './queue';
import { ensureSubscription, removeSubscription } from './subscription';
import { hearsOwnAccount, thingsOf, type Things } from './things';
import { ensureTopic, setTopicPolicy, topicPolicy } from './topic';

/**
 * Makes what one person has in the cloud, or sets right what is there: queue, feed, shared feed, subscriptions and
 * policies. Twice, at once and on any half-made state it comes to the same end.
 */
export async function makePlace(
  context: FunctionContext,
  person: { readonly sub: string; readonly groups: readonly string[] },
): Promise<Place> {
  const { facts } = context;
  const things = thingsOf(facts, person.sub);
  const hears = hearsOwnAccount(facts, person.groups);
  const topics = hears ? [things.feedArn, facts.accountFeedArn] : [things.feedArn];
  const attributes = personQueueAttributes(facts, things.queueArn, topics);
  const [queueUrl] = await Promise.all([
    ensureQueue(context, things.queueName, attributes),
    ensureFeed(context, person.sub, things),
    ensureSharedFeed(context, things),
  ]);
  await Promise.all([
    ...topics.map((topic) => ensureSubscription(context, topic, things.queueArn)),
    ...(hears ? [] : [leaveAccountFeed(context, things)]),
  ]);
  return {
    queueUrl,
    queueName: things.queueName,
    feedArn: things.feedArn,
    sharedFeedArn: things.sharedFeedArn,
    region: facts.region,
    hearsOwnAccount: hears,
  };
}

async function ensureFeed(context: FunctionContext, sub: string, { feedArn }: Things) {
  const policy = await ensureTopic(context, feedArn, feedPolicy(feedArn, []));
  if (readFeedPolicy(feedArn, policy).isWhole) return;
  await underLease(context, sub, async () => {
    const { accounts, others } = readFeedPolicy(
      feedArn,
      (await topicPolicy(context, feedArn)) ?? '',
    );
    await setTopicPolicy(context, feedArn, feedPolicy(feedArn, accounts, others));
    context.log({ level: 'info', message: 'feed policy repaired', feed: feedArn });
  });
}

async function ensureSharedFeed(context: FunctionContext, { sharedFeedArn }: Things) {
  const wanted = sharedFeedPolicy(sharedFeedArn);
  const policy = await ensureTopic(context, sharedFeedArn, wanted);
  if (!isSamePolicy(statementsOf(policy), wanted.Statement))
    await setTopicPolicy(context, sharedFeedArn, wanted);
}

/** Somebody who was taken out of the groups hears the account no longer. */
async function leaveAccountFeed(context: FunctionContext, { queueArn }: Things): Promise<void> {
  const { deployment, accountFeedArn } = context.facts;
  if (deployment === 'own') await removeSubscription(context, accountFeedArn, queueArn);
}
