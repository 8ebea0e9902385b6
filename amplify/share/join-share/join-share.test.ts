import { DeleteQueueCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import {
  DAY_MS,
  heard,
  join,
  listenerQueues,
  newOwner,
  type Owner,
} from '../../functions/fixtures/shares';
import { FACTS, openStage, type Stage } from '../../functions/fixtures/stage';
import { thingsOf } from '../../functions/place/things';
import { SEAT_MS } from '../../functions/sharing/seat-row';
import { admit } from '../../functions/table/rate';
import { run as joinShare } from './join-share';

let stage: Stage;
let owner: Owner;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  owner = await newOwner(stage);
});
afterAll(() => stage.close());

describe('join-share', () => {
  it('gives a queue of one’s own and credentials that reach it alone', async () => {
    const { share, token } = await owner.create({ name: 'Team' });
    const seat = await join(stage, token);
    const name = `${FACTS.prefix}-listen-${seat.pass.id}`;
    const queueArn = `arn:aws:sqs:us-east-1:000000000000:${name}`;
    expect(seat).toEqual({
      pass: { id: expect.stringMatching(/^[0-9a-f]{32}$/), secret: expect.any(String) },
      queueUrl: expect.stringContaining(name),
      region: 'us-east-1',
      credentials: {
        accessKeyId: 'ASIA',
        secretAccessKey: 'secret',
        sessionToken: 'session',
        expiration: stage.nowMs + 3_600_000,
      },
      share: { name: 'Team', expiresAt: share.expiresAt, listeners: 1 },
    });
    const assumed = stage.sts.inputs('AssumeRole').at(-1)!;
    expect(assumed).toMatchObject({ RoleArn: FACTS.listenerRoleArn, DurationSeconds: 3600 });
    expect(JSON.parse(String(assumed['Policy'])).Statement).toEqual([
      {
        Sid: 'OwnQueue',
        Effect: 'Allow',
        Action: [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:GetQueueAttributes',
        ],
        Resource: queueArn,
      },
    ]);
    const { Attributes } = await stage.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: seat.queueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      MessageRetentionPeriod: '900',
      SqsManagedSseEnabled: 'true',
    });
    const { sharedFeedArn } = thingsOf(FACTS, owner.caller.sub);
    const [fromFeed, deny] = JSON.parse(Attributes!['Policy']!).Statement;
    expect(fromFeed.Condition).toEqual({ ArnEquals: { 'aws:SourceArn': [sharedFeedArn] } });
    expect(deny).toMatchObject({ Effect: 'Deny', Resource: queueArn });
  });

  it('lets through what the filter names, and always what the page says', async () => {
    const filter = { sources: ['aws.s3', 'aws.ec2'], outcomes: ['error'] } as const;
    const seat = await join(stage, (await owner.create({ filter })).token);
    const open = await join(stage, (await owner.create()).token);
    await owner.publish('aws.s3', 'error');
    await owner.publish('aws.s3', 'success');
    await owner.publish('aws.iam', 'error');
    await owner.publish('aws-musical-event', 'neutral');
    const filtered = await heard(stage, seat.queueUrl);
    expect(filtered.toSorted()).toEqual(['aws-musical-event neutral', 'aws.s3 error']);
    expect(await heard(stage, open.queueUrl)).toHaveLength(4);
  });

  it('seats five of fifty who come at once, where five may', async () => {
    const { share, token } = await owner.create({ maxListeners: 5 });
    const joins = await Promise.allSettled(Array.from({ length: 50 }, () => join(stage, token)));
    const seated = joins.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = joins.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(seated).toHaveLength(5);
    expect(refused).toEqual(Array(45).fill('full'));
    expect(new Set(seated.map(({ queueUrl }) => queueUrl)).size).toBe(5);
    expect(await owner.subscriptions()).toBe(5);
    const [listed] = await owner.list();
    expect(listed!.id).toBe(share.id);
    const ids = seated.map(({ pass }) => pass.id.slice(0, 8));
    expect(listed!.listeners.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  it('renews with the pass: the same queue and seat, and new credentials', async () => {
    const { token } = await owner.create({ maxListeners: 1 });
    const first = await join(stage, token);
    await owner.publish('aws.s3', 'error');
    stage.nowMs += 55 * 60_000;
    const renewed = await join(stage, token, first.pass);
    expect(renewed).toMatchObject({ pass: first.pass, queueUrl: first.queueUrl });
    expect(renewed.credentials.expiration).toBe(stage.nowMs + 3_600_000);
    expect(await heard(stage, renewed.queueUrl)).toEqual(['aws.s3 error']);
    const [listed] = await owner.list();
    expect(listed!.listeners).toMatchObject([
      { joinedAt: stage.nowMs - 55 * 60_000, seenAt: stage.nowMs },
    ]);
    await expect(join(stage, token)).rejects.toMatchObject({ code: 'full' });
  });

  it('makes the queue again for a pass whose queue is gone', async () => {
    const { token } = await owner.create();
    const { pass, queueUrl } = await join(stage, token);
    await stage.sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
    const again = await join(stage, token, pass);
    await owner.publish('aws.s3', 'error');
    expect(await heard(stage, again.queueUrl)).toEqual(['aws.s3 error']);
  });

  it('gives a left seat to the next, and a new one to who comes back late', async () => {
    const { token } = await owner.create({ maxListeners: 1 });
    const left = await join(stage, token);
    stage.nowMs += SEAT_MS;
    const next = await join(stage, token);
    expect(next.pass.id).not.toBe(left.pass.id);
    await expect(join(stage, token, left.pass)).rejects.toMatchObject({ code: 'full' });
    stage.nowMs += SEAT_MS;
    expect((await join(stage, token, left.pass)).pass.id).not.toBe(left.pass.id);
  });

  it('gives nobody’s seat to a wrong secret', async () => {
    const { token } = await owner.create();
    const { pass } = await join(stage, token);
    const asked = join(stage, token, { ...pass, secret: `${pass.secret.slice(0, -1)}_` });
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
    const other = await owner.create();
    expect((await join(stage, other.token, pass)).pass.id).not.toBe(pass.id);
  });

  it('ends the credentials with the share, where that is sooner than an hour', async () => {
    const { token } = await owner.create({ expiresAt: stage.nowMs + 20 * 60_000 });
    await join(stage, token);
    expect(stage.sts.inputs('AssumeRole').at(-1)).toMatchObject({ DurationSeconds: 1200 });
    stage.nowMs += 19 * 60_000;
    await join(stage, token);
    expect(stage.sts.inputs('AssumeRole').at(-1)).toMatchObject({ DurationSeconds: 900 });
  });

  it('says in the same words that a link never was and that it could be none', async () => {
    const { token } = await owner.create();
    const unknown = { code: 'not-found', message: 'There is no such link.' };
    const turned = [...token].toReversed().join('');
    for (const wrong of [turned, token.slice(1), `${token}=`, '', 'x'.repeat(9_000), 7, null, {}])
      await expect(join(stage, wrong as string)).rejects.toMatchObject(unknown);
  });

  it('says that a link is expired', async () => {
    const { token } = await owner.create();
    stage.nowMs += DAY_MS;
    await expect(join(stage, token)).rejects.toMatchObject({ code: 'expired' });
  });

  it('refuses fields and passes that are none', async () => {
    const { token } = await owner.create();
    const wrong = [{}, { id: 'x', secret: 'y' }, { id: 'a'.repeat(32) }, 'pass', null];
    for (const pass of [...wrong, { id: 'a'.repeat(32), secret: 's'.repeat(101) }])
      await expect(join(stage, token, pass as never)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('says that the owner’s feed is gone, or has no room for another filter', async () => {
    const { share, token } = await owner.create({ maxListeners: 1 });
    const context = stage.context();
    for (const [refused, code] of [
      ['NotFoundException', 'not-found'],
      ['FilterPolicyLimitExceededException', 'full'],
    ]) {
      const send = (command: object) =>
        command.constructor.name === 'SubscribeCommand'
          ? Promise.reject(new ServiceRefusal(refused!))
          : stage.sns.send(command as never);
      const sns = { send } as unknown as typeof stage.sns;
      const asked = joinShare({ ...context, clients: { ...context.clients, sns } }, { token });
      await expect(asked).rejects.toMatchObject({ code });
      expect(await listenerQueues(stage, share)).toEqual([]);
    }
    await join(stage, token);
  });

  it('gives the seat back when no credentials can be had', async () => {
    const { share, token } = await owner.create({ maxListeners: 1 });
    const answer = stage.sts.answers.get('AssumeRole')!;
    stage.sts.answers.set('AssumeRole', () => {
      throw new ServiceRefusal('AccessDenied');
    });
    await expect(join(stage, token)).rejects.toThrow('AccessDenied');
    expect(await listenerQueues(stage, share)).toEqual([]);
    expect(await owner.subscriptions()).toBe(0);
    stage.sts.answers.set('AssumeRole', answer);
    await join(stage, token);
  });

  it('bounds how often the listeners of a share may ask in a minute', async () => {
    const { token } = await owner.create({ maxListeners: 1 });
    const { pass } = await join(stage, token);
    const [share] = await owner.list();
    const calls = Array.from({ length: 299 }, () =>
      admit(stage.context(), 'join-share', share!.id),
    );
    await Promise.all(calls);
    await expect(join(stage, token, pass)).rejects.toMatchObject({ code: 'wait' });
    stage.nowMs += 60_000;
    await join(stage, token, pass);
  });
});
