import type { ConnectedAccount } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext, MemberRun } from '../../functions/context';
import { readFields, readWord, type Fields } from '../../functions/payload';
import { thingsOf } from '../../functions/place/things';
import { setTopicPolicy, topicPolicy } from '../../functions/place/topic';
import {
  feedPolicy,
  readFeedPolicy,
  type ReadFeedPolicy,
} from '../../functions/policies/feed-policy';
import { invalid, Refusal } from '../../functions/refusal';
import { isNamed } from '../../functions/service-error';
import { underLease } from '../../functions/table/lease';

/** A topic's policy has room for a hundred statements and 30 KB; nobody needs so many. */
const MAX_ACCOUNTS = 20;

/** Lists, adds or removes the accounts whose connectors may publish to the caller's feed. */
export const run: MemberRun<'connections'> = async (context, payload, caller) => {
  const fields = readFields(payload, ['action', 'account']);
  const action = readWord(fields, 'action', ['list', 'add', 'remove']);
  const { feedArn } = thingsOf(context.facts, caller.sub);
  if (action === 'list') return { accounts: (await readFeed(context, feedArn)).accounts };
  const account = readAccount(fields);
  const accounts = await underLease(context, caller.sub, async () => {
    const policy = await readFeed(context, feedArn);
    const wanted =
      action === 'add' ? added(policy, account, context.now()) : without(policy, account);
    if (wanted !== policy.accounts) await write(context, feedArn, wanted, policy.others);
    return wanted;
  });
  return { accounts };
};

function readAccount(fields: Fields): string {
  const account = fields.get('account');
  if (typeof account === 'string' && /^\d{12}$/.test(account)) return account;
  throw invalid('That is not the number of an AWS account.', 'Give its twelve digits.');
}

async function readFeed(context: FunctionContext, feedArn: string): Promise<ReadFeedPolicy> {
  const policy = await topicPolicy(context, feedArn);
  if (policy !== null) return readFeedPolicy(feedArn, policy);
  throw new Refusal(
    'not-found',
    'Your feed does not exist yet.',
    'Open the Connect page once more: it makes what is missing.',
  );
}

function added(
  { accounts }: ReadFeedPolicy,
  account: string,
  addedAt: number,
): readonly ConnectedAccount[] {
  if (accounts.some((known) => known.account === account)) return accounts;
  if (accounts.length >= MAX_ACCOUNTS)
    throw new Refusal(
      'full',
      `${MAX_ACCOUNTS} accounts are connected, and there is no room for more.`,
      'Remove one first.',
    );
  return [...accounts, { account, addedAt }];
}

function without({ accounts }: ReadFeedPolicy, account: string): readonly ConnectedAccount[] {
  const left = accounts.filter((known) => known.account !== account);
  return left.length === accounts.length ? accounts : left;
}

async function write(
  context: FunctionContext,
  feedArn: string,
  accounts: readonly ConnectedAccount[],
  others: readonly unknown[],
): Promise<void> {
  try {
    await setTopicPolicy(context, feedArn, feedPolicy(feedArn, accounts, others));
  } catch (error) {
    // SNS looks up the accounts that a policy names.
    if (isNamed(error, 'InvalidParameter'))
      throw invalid('AWS knows no account of that number.', 'Check its twelve digits.');
    throw error;
  }
}
