import { CreateTopicCommand, DeleteTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as invite } from '../auth/invite/invite';
import { run as checkConnection } from '../queue/check-connection/check-connection';
import { run as connections } from '../queue/connections/connections';
import { run as deleteAccount } from '../queue/delete-account/delete-account';
import { run as ensureQueue } from '../queue/ensure-queue/ensure-queue';
import { run as postConfirmation } from '../queue/post-confirmation/post-confirmation';
import { run as testEvent } from '../queue/test-event/test-event';
import { run as createShare } from '../share/create-share/create-share';
import { run as joinShare } from '../share/join-share/join-share';
import { run as listShares } from '../share/list-shares/list-shares';
import { run as revokeShare } from '../share/revoke-share/revoke-share';
import { run as sweep } from '../share/sweep/sweep';
import type { CallName } from '../../src/lib/core/cloud/calls';
import { answerMember } from './answer-call';
import { CALLS_MADE, OWN_CALLS_MADE, type FunctionName } from './calls-made';
import type { Caller, Facts, FunctionContext, MemberRun } from './context';
import { ServiceRefusal } from './fixtures/fake-client';
import { recording } from './fixtures/recording';
import { join, newOwner } from './fixtures/shares';
import { FACTS, newCaller, openStage, type Stage } from './fixtures/stage';
import { freeSeat, SEAT_MS, seatsOf } from './sharing/seat-row';
import { thingsOf } from './place/things';
import { markDeleted } from './table/tombstone';

let stage: Stage;
const made = new Map<string, Set<string>>();

const name = (kind: Facts['deployment'], called: FunctionName) => `${kind} ${called}`;

function contextOf(called: FunctionName, kind: Facts['deployment']): FunctionContext {
  const actions = made.get(name(kind, called)) ?? new Set<string>();
  made.set(name(kind, called), actions);
  return recording(stage.context({ deployment: kind, allowedDomains: ['example.com'] }), actions);
}

async function member<N extends CallName>(
  called: N,
  run: MemberRun<N>,
  kind: Facts['deployment'],
  caller: Caller,
  payload: object = {},
) {
  const context = { ...contextOf(called, kind), verify: () => Promise.resolve(caller) };
  return answerMember(called, run, context, { idToken: 'token', ...payload });
}

const topic = (Name: string) => stage.sns.send(new CreateTopicCommand({ Name }));

/** A person whose queue, feeds and subscription are all there and all wrong. */
async function wronglyMade(groups: readonly string[] = []) {
  const caller = newCaller(groups);
  const { queueName, queueArn, feedName, feedArn, sharedFeedName } = thingsOf(FACTS, caller.sub);
  const Attributes = { MessageRetentionPeriod: '60' };
  await stage.sqs.send(new CreateQueueCommand({ QueueName: queueName, Attributes }));
  await Promise.all([topic(feedName), topic(sharedFeedName)]);
  for (const TopicArn of [feedArn, FACTS.accountFeedArn])
    await stage.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queueArn }));
  return caller;
}

async function places(kind: Facts['deployment']) {
  const confirm = ({ sub }: Caller, email: string) => {
    stage.pool.users.set(sub, { email: sub, status: 'CONFIRMED', groups: new Set() });
    return postConfirmation(contextOf('post-confirmation', kind), {
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      userPoolId: 'pool',
      userName: sub,
      request: { userAttributes: { sub, email } },
    });
  };
  for (const groups of [['owner'], []]) {
    for (const email of ['a@example.com', 'a@example.net']) {
      await confirm(newCaller(), email);
      await confirm(await wronglyMade(), email);
    }
    await member('ensure-queue', ensureQueue, kind, newCaller(groups));
    await member('ensure-queue', ensureQueue, kind, await wronglyMade(groups));
    await deletedMeanwhile(kind);
  }
}

/** The account is deleted while its place is made: what was made is removed. */
async function deletedMeanwhile(kind: Facts['deployment']) {
  const caller = await wronglyMade(['owner']);
  const context = contextOf('ensure-queue', kind);
  const send: typeof stage.sns.send = async (command: never) => {
    await markDeleted(stage.context(), caller.sub);
    return context.clients.sns.send(command) as never;
  };
  const sns = { send } as unknown as typeof stage.sns;
  const racing = { ...context, clients: { ...context.clients, sns } };
  await expect(ensureQueue(racing, {}, caller)).rejects.toMatchObject({ code: 'not-allowed' });
}

async function connecting(kind: Facts['deployment']) {
  const caller = newCaller(['owner']);
  await ensureQueue(stage.context({ deployment: kind }), {}, caller);
  const account = '123456789012';
  for (const action of ['add', 'list', 'remove'])
    await member('connections', connections, kind, caller, { action, account });
  await member('check-connection', checkConnection, kind, caller);
  await member('test-event', testEvent, kind, caller);
  await member('invite', invite, kind, caller, { email: 'c@example.com' });
  await member('invite', invite, kind, caller, { email: 'c@example.com' });
}

async function sharing(kind: Facts['deployment']) {
  const { caller, list } = await newOwner(stage);
  const wanted = { name: 'Team', expiresAt: stage.nowMs + 1e7, maxListeners: 5 };
  const filter = { sources: [], outcomes: [] };
  const created = await member('create-share', createShare, kind, caller, { ...wanted, filter });
  if (!created.ok) throw new Error(created.error.message);
  const { token, share } = created.value;
  const seat = await joinShare(contextOf('join-share', kind), { token });
  await joinShare(contextOf('join-share', kind), { token, pass: seat.pass });
  await repairedAndFailing(kind, token, seat.pass);
  await member('list-shares', listShares, kind, caller);
  const [orphan] = await seatsOf(stage.context(), share.id);
  await freeSeat(stage.context(), orphan!);
  await join(stage, token);
  await sweep(contextOf('sweep', kind));
  stage.nowMs += SEAT_MS;
  await sweep(contextOf('sweep', kind));
  await join(stage, token);
  await member('revoke-share', revokeShare, kind, caller, { id: share.id });
  const again = await member('create-share', createShare, kind, caller, {
    ...wanted,
    expiresAt: stage.nowMs + 1e7,
    filter,
  });
  if (again.ok) await join(stage, again.value.token);
  expect(await list()).toHaveLength(1);
  await deletedSlowly(kind, caller);
  await member('delete-account', deleteAccount, kind, caller);
}

/** SNS may tell of a topic for a moment after it was deleted: then its subscriptions are ended one by one. */
async function deletedSlowly(kind: Facts['deployment'], caller: Caller) {
  const context = contextOf('delete-account', kind);
  const send = (command: object) =>
    command instanceof DeleteTopicCommand
      ? Promise.resolve({})
      : context.clients.sns.send(command as never);
  const sns = { send } as unknown as typeof stage.sns;
  stage.pool.users.set(caller.sub, { email: caller.email, status: '', groups: new Set() });
  await deleteAccount({ ...context, clients: { ...context.clients, sns } }, {}, caller);
}

/** A queue and a subscription that were changed are set right; a join that fails gives its seat back. */
async function repairedAndFailing(
  kind: Facts['deployment'],
  token: string,
  pass: { readonly id: string; readonly secret: string },
) {
  const context = contextOf('join-share', kind);
  for (const [failing, refused] of [
    ['CreateQueueCommand', 'QueueNameExists'],
    ['SubscribeCommand', 'InvalidParameterException'],
  ]) {
    const refusing = (client: { send(command: never): unknown }) => ({
      send: (command: never) =>
        (command as object).constructor.name === failing
          ? Promise.reject(new ServiceRefusal(refused!))
          : client.send(command),
    });
    const { sqs, sns } = context.clients;
    const clients = { ...context.clients, sqs: refusing(sqs), sns: refusing(sns) };
    await joinShare({ ...context, clients: clients as never }, { token, pass });
  }
  const answer = stage.sts.answers.get('AssumeRole')!;
  stage.sts.answers.delete('AssumeRole');
  await expect(joinShare(context, { token })).rejects.toThrow('AssumeRole is not faked');
  stage.sts.answers.set('AssumeRole', answer);
}

beforeAll(async () => {
  stage = await openStage();
  await topic(`${FACTS.prefix}-account`);
  stage.eventbridge.answers.set('ListRuleNamesByTarget', () => ({ RuleNames: ['a'] }));
  stage.eventbridge.answers.set('DescribeRule', () => ({ State: 'ENABLED' }));
  stage.cloudtrail.answers.set('DescribeTrails', () => ({ trailList: [{ TrailARN: 'arn' }] }));
  stage.cloudtrail.answers.set('GetTrailStatus', () => ({ IsLogging: true }));
  for (const kind of ['own', 'hosted'] as const) {
    await places(kind);
    await connecting(kind);
    await sharing(kind);
  }
}, 120_000);
afterAll(() => stage.close());

describe.each(['own', 'hosted'] as const)('in the kind of deployment %s', (kind) => {
  it.each(Object.keys(CALLS_MADE) as FunctionName[])(
    '%s makes the calls that are told',
    (called) => {
      const extra = kind === 'own' ? (OWN_CALLS_MADE[called] ?? []) : [];
      const told = [...new Set([...CALLS_MADE[called], ...extra])].toSorted();
      const seen = [...(made.get(name(kind, called)) ?? [])].toSorted();
      expect(seen).toEqual(told);
    },
  );
});
