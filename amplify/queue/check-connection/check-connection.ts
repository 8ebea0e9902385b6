import type { ConnectionCheck } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext, MemberRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { hearsOwnAccount, thingsOf } from '../../functions/place/things';
import { attempted, checkRules, checkTrails, ELSEWHERE } from './account-checks';
import { unknown } from './check';
import { checkFeed, checkQueue, checkSubscriptions } from './person-checks';

/** Says what is right and what is wrong on the way to the caller's queue, in the order in which events take it. */
export const run: MemberRun<'check-connection'> = async (context, payload, caller) => {
  readFields(payload, []);
  const { facts } = context;
  const things = thingsOf(facts, caller.sub);
  const hears = hearsOwnAccount(facts, caller.groups);
  const topics = hears ? [things.feedArn, facts.accountFeedArn] : [things.feedArn];
  const checked = { things, topics, hearsOwnAccount: hears };
  const [account, feed, subscription, queue] = await Promise.all([
    hears ? checkAccount(context) : ELSEWHERE,
    checkFeed(context, checked),
    checkSubscriptions(context, checked),
    checkQueue(context, checked),
  ]);
  return { checks: [...account, CONNECTOR, ...feed, subscription, ...queue] };
};

function checkAccount(context: FunctionContext): Promise<readonly ConnectionCheck[]> {
  return Promise.all([
    attempted(context, 'rule', checkRules(context)),
    attempted(context, 'trail', checkTrails(context)),
  ]);
}

/** A connector's word goes to the queue, which only the page reads. */
const CONNECTOR = unknown(
  'connector',
  'A connector says hello once a minute; the page hears it, not this check.',
  'Keep this page open for two minutes.',
);
