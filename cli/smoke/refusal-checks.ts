import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { PublishCommand } from '@aws-sdk/client-sns';
import type { CallError } from '../../src/lib/core/cloud/calls';
import { deadLettersName } from '../../src/lib/core/cloud/names';
import { guestCredentials } from './guest';
import type { Member } from './member-checks';
import { CallRefused, Principal } from './principal';
import { refusalOf } from './refusal-of';
import type { SmokeRun } from './smoke-run';

/** A token with the right form and nobody's signature. */
const FORGED = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"somebody-else"}')}.`.replaceAll('=', '');

/** One thing that must be refused by a policy. */
type Forbidden = readonly [name: string, request: () => Promise<unknown>];

async function refuseAll({ report }: SmokeRun, forbidden: readonly Forbidden[]): Promise<void> {
  for (const [name, request] of forbidden)
    await report.check(`refused: ${name}`, async () => ({
      value: null,
      detail: await refusalOf(request()),
    }));
}

/** Makes sure that a function refuses, and says why. */
export function refusedWith(
  run: SmokeRun,
  name: string,
  code: CallError['code'],
  request: () => Promise<unknown>,
): Promise<null> {
  return run.report.check(`refused: ${name}`, async () => {
    const thrown: unknown = await request().then(
      () => new Error('It was allowed.'),
      (error: unknown) => error,
    );
    if (!(thrown instanceof CallRefused) || thrown.because.code !== code) throw thrown;
    return { value: null, detail: thrown.because.message };
  });
}

export const read = ({ sqs }: Principal, QueueUrl: string): Promise<unknown> =>
  sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 0 }));
const create = ({ sqs }: Principal, QueueName: string): Promise<unknown> =>
  sqs.send(new CreateQueueCommand({ QueueName }));
const publish = ({ sns }: Principal, TopicArn: string): Promise<unknown> =>
  sns.send(new PublishCommand({ TopicArn, Message: '{}' }));

/** Gives what a guest may do, and tries the first thing that a guest may not. */
export async function guestArrives(run: SmokeRun): Promise<Principal | null> {
  const { deployment, report, stop, mark } = run;
  const guest = await report.check('a guest gets credentials', async () => {
    const credentials = await guestCredentials(deployment);
    return { value: new Principal(deployment, credentials), detail: 'temporary ones' };
  });
  if (guest)
    await refuseAll(run, [
      ['a guest makes a queue', () => create(guest, `${deployment.cloud.prefix}-q-${mark}`)],
      ["a guest calls a member's function", () => guest.call('ensure-queue', {}, stop)],
    ]);
  return guest;
}

export function guestRefusals(run: SmokeRun, guest: Principal, { place }: Member): Promise<void> {
  return refuseAll(run, [
    ["a guest reads a member's queue", () => read(guest, place.queueUrl)],
    ['a guest publishes to a feed', () => publish(guest, place.feedArn)],
    ['a guest publishes to a shared feed', () => publish(guest, place.sharedFeedArn)],
  ]);
}

/** What a member may not do, to their own things and to those of others. */
export async function memberRefusals(
  run: SmokeRun,
  { person: { principal }, place }: Member,
  other: Member | null,
): Promise<void> {
  const { prefix } = run.deployment.cloud;
  const deadLetters = place.queueUrl.replace(/[^/]+$/, deadLettersName(prefix));
  const QueueUrl = place.queueUrl;
  await refuseAll(run, [
    ['a member reads the dead letters', () => read(principal, deadLetters)],
    ['a member makes a queue', () => create(principal, `${prefix}-q-${run.mark}`)],
    ['a member publishes to their own feed', () => publish(principal, place.feedArn)],
    [
      'a member sends to their own queue',
      () => principal.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' })),
    ],
    [
      'a member changes the policy of their queue',
      () =>
        principal.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: '' } })),
    ],
  ]);
  await refusedWith(run, 'a token that nobody signed', 'signed-out', () =>
    principal.call('ensure-queue', {}, run.stop, FORGED),
  );
  if (!other) return;
  const there = other.place;
  await refuseAll(run, [
    ["a member reads a neighbour's queue", () => read(principal, there.queueUrl)],
    ["a member publishes to a neighbour's feed", () => publish(principal, there.feedArn)],
    ["a member publishes as a neighbour's page", () => publish(principal, there.sharedFeedArn)],
  ]);
}

/** What a listener of a share may not do. */
export function listenerRefusals(
  run: SmokeRun,
  listener: Principal,
  listenerQueue: string,
  { place, person }: Member,
): Promise<void> {
  const QueueUrl = listenerQueue;
  return refuseAll(run, [
    ["a listener reads the owner's queue", () => read(listener, place.queueUrl)],
    ['a listener publishes to the shared feed', () => publish(listener, place.sharedFeedArn)],
    ['a listener deletes a queue', () => listener.sqs.send(new DeleteQueueCommand({ QueueUrl }))],
    ["the owner reads a listener's queue", () => read(person.principal, listenerQueue)],
  ]);
}
