import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { join, listenerQueues, newOwner, type Owner } from '../../functions/fixtures/shares';
import { newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { run as joinShare } from '../join-share/join-share';
import { run } from './revoke-share';

let stage: Stage;
let owner: Owner;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  owner = await newOwner(stage);
});
afterAll(() => stage.close());

const revoke = (id: string) => run(stage.context(), { id }, owner.caller);

describe('revoke-share', () => {
  it('takes away the queues and subscriptions of all who listen, and lets nobody in', async () => {
    const { share, token } = await owner.create({ maxListeners: 12 });
    const other = await owner.create();
    const kept = await join(stage, other.token);
    const seats = await Promise.all(Array.from({ length: 12 }, () => join(stage, token)));
    const revoked = await revoke(share.id);
    expect(revoked.share).toEqual({ ...share, revokedAt: stage.nowMs, listeners: [] });
    expect(await listenerQueues(stage, share)).toEqual([]);
    expect(await listenerQueues(stage, other.share)).toEqual([
      expect.stringContaining(kept.pass.id),
    ]);
    expect(await owner.subscriptions()).toBe(1);
    const [first] = seats;
    await expect(join(stage, token)).rejects.toMatchObject({ code: 'revoked' });
    await expect(join(stage, token, first!.pass)).rejects.toMatchObject({ code: 'revoked' });
    expect((await owner.list()).map(({ revokedAt }) => revokedAt)).toContain(stage.nowMs);
  });

  it('says the same twice, and remembers the first time', async () => {
    const { share } = await owner.create();
    const first = await revoke(share.id);
    stage.nowMs += 1_000;
    expect(await revoke(share.id)).toEqual(first);
  });

  it('leaves nobody listening who came in at the same moment', async () => {
    const { share, token } = await owner.create({ maxListeners: 20 });
    const joins = Array.from({ length: 12 }, () => join(stage, token));
    const [, ...joined] = await Promise.allSettled([revoke(share.id), ...joins]);
    for (const one of joined)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'revoked' });
    expect(await owner.subscriptions()).toBe(0);
    expect(await listenerQueues(stage, share)).toEqual([]);
  });

  it('turns back who found the link live and was overtaken', async () => {
    const { share, token } = await owner.create();
    const context = stage.context();
    const lent = stage.sts.sent.length;
    const send = async (command: Parameters<typeof stage.sns.send>[0]) => {
      const answered = await stage.sns.send(command);
      await revoke(share.id);
      return answered;
    };
    const sns = { send } as unknown as typeof stage.sns;
    const asked = joinShare({ ...context, clients: { ...context.clients, sns } }, { token });
    await expect(asked).rejects.toMatchObject({ code: 'revoked' });
    expect(stage.sts.sent).toHaveLength(lent);
    expect(await listenerQueues(stage, share)).toEqual([]);
    expect(await owner.subscriptions()).toBe(0);
  });

  it('ends what died half-way', async () => {
    const { share, token } = await owner.create();
    await Promise.all([join(stage, token), join(stage, token), join(stage, token)]);
    const context = stage.context();
    let calls = 0;
    const send = (command: Parameters<typeof stage.sqs.send>[0]) => {
      calls += 1;
      if (calls > 2) return Promise.reject(new ServiceRefusal('InternalError'));
      return stage.sqs.send(command);
    };
    const sqs = { send } as unknown as typeof stage.sqs;
    const dying = { ...context, clients: { ...context.clients, sqs } };
    await expect(run(dying, { id: share.id }, owner.caller)).rejects.toThrow('InternalError');
    await expect(join(stage, token)).rejects.toMatchObject({ code: 'revoked' });
    await revoke(share.id);
    expect(await listenerQueues(stage, share)).toEqual([]);
    expect(await owner.subscriptions()).toBe(0);
  });

  it('knows nobody else’s link', async () => {
    const { share, token } = await owner.create();
    const stranger = run(stage.context(), { id: share.id }, newCaller());
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' });
    await join(stage, token);
    await revoke(share.id);
  });

  it('refuses what is not an id', async () => {
    for (const id of ['', 'x', '../..', 7, null, '0'.repeat(17)])
      await expect(revoke(id as string)).rejects.toMatchObject({ code: 'invalid' });
    await expect(revoke('0'.repeat(16))).rejects.toMatchObject({ code: 'not-found' });
  });
});
