import { randomUUID } from 'node:crypto';
import { PublishBatchCommand } from '@aws-sdk/client-sns';
import type { Seat } from '../../src/lib/core/cloud/calls';
import { sleep } from '../../src/lib/source/sleep';
import { hear } from './hear';
import type { Member } from './member-checks';
import { Principal } from './principal';
import { listenerRefusals, read, refusedWith } from './refusal-checks';
import type { SmokeRun } from './smoke-run';

const HOUR_MS = 3_600_000;
/** SQS takes up to a minute to delete a queue (API reference, DeleteQueue). */
const DELETED_WITHIN_MS = 70_000;
const LOOK_AGAIN_MS = 2_000;
const GONE = /QueueDoesNotExist|NonExistentQueue|AccessDenied/;

/** An event as the owner's page publishes it: nothing of the account but what the redaction leaves. */
function redactedEvent(region: string): { readonly id: string; readonly body: string } {
  const id = randomUUID();
  const event = {
    version: '0',
    id,
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.ec2',
    account: '',
    time: new Date().toISOString(),
    region,
    resources: [],
    detail: { outcome: 'success' },
  };
  return { id, body: JSON.stringify(event) };
}

async function publish({ person, place }: Member, id: string, body: string): Promise<void> {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  const entry = {
    Id: id,
    Message: body,
    MessageAttributes: { source: text('aws.ec2'), outcome: text('success') },
  };
  const { Failed: failed = [] } = await person.principal.sns.send(
    new PublishBatchCommand({
      TopicArn: place.sharedFeedArn,
      PublishBatchRequestEntries: [entry],
    }),
  );
  if (failed.length > 0) throw new Error(`SNS refused it: ${failed[0]?.Message ?? ''}`);
}

async function silent(listener: Principal, queueUrl: string, stop: AbortSignal): Promise<string> {
  const until = Date.now() + DELETED_WITHIN_MS;
  while (Date.now() < until && !stop.aborted) {
    const thrown: unknown = await read(listener, queueUrl).catch((error: unknown) => error);
    if (thrown instanceof Error && GONE.test(thrown.name)) return thrown.name;
    await sleep(LOOK_AGAIN_MS, stop);
  }
  throw new Error(`The listener's queue still answers after ${DELETED_WITHIN_MS / 1_000} s.`);
}

async function newShare(run: SmokeRun, { person: { principal } }: Member) {
  const made = await run.report.check('a share is made', async () => {
    const value = await principal.call(
      'create-share',
      {
        name: `Smoke ${run.mark}`,
        expiresAt: Date.now() + HOUR_MS,
        maxListeners: 1,
        filter: { sources: [], outcomes: [] },
      },
      run.stop,
    );
    return { value, detail: `share ${value.share.id}` };
  });
  if (made)
    run.leftovers.add(`share ${made.share.id}`, async () => {
      await principal.call('revoke-share', { id: made.share.id }, AbortSignal.timeout(60_000));
    });
  return made;
}

/** A guest takes a seat, and hears what the owner's page publishes. */
async function listen(run: SmokeRun, guest: Principal, member: Member, token: string) {
  const { report, deployment, options, stop } = run;
  const seat = await report.check<Seat>('a guest takes a seat', async () => {
    const value = await guest.call('join-share', { token }, stop);
    return { value, detail: `listener ${value.pass.id.slice(0, 8)}` };
  });
  if (!seat) return null;
  const listener = new Principal(deployment, seat.credentials);
  await report.check('the listener hears what the owner publishes, to the letter', async () => {
    const { id, body } = redactedEvent(deployment.region);
    await publish(member, id, body);
    const heard = await hear(listener, seat.queueUrl, id, options.timeoutSeconds, stop);
    if (heard !== body) throw new Error('What came is not what was published.');
    return { value: null, detail: `event ${id}` };
  });
  return { seat, listener };
}

/** A share, from its making to its end. */
export async function shareChecks(run: SmokeRun, guest: Principal, member: Member): Promise<void> {
  const { report, leftovers, stop } = run;
  const made = await newShare(run, member);
  if (!made) return;
  const { token, share } = made;
  const listening = await listen(run, guest, member, token);
  if (!listening) return;
  const { seat, listener } = listening;
  const join = () => guest.call('join-share', { token }, stop);
  await refusedWith(run, 'a second listener, where one is the limit', 'full', join);
  await listenerRefusals(run, listener, seat.queueUrl, member);
  await report.check('the share is revoked', async () => {
    await member.person.principal.call('revoke-share', { id: share.id }, stop);
    leftovers.gone(`share ${share.id}`);
    return { value: null, detail: share.id };
  });
  await refusedWith(run, 'a listener of a revoked share', 'revoked', join);
  await report.check('the revoked listener hears nothing more', async () => ({
    value: null,
    detail: await silent(listener, seat.queueUrl, stop),
  }));
}
