import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, join, newOwner, type Owner } from '../../functions/fixtures/shares';
import { openStage, type Stage } from '../../functions/fixtures/stage';
import { SEAT_MS } from '../../functions/sharing/seat-row';
import { run as revokeShare } from '../revoke-share/revoke-share';
import { run } from './list-shares';

let stage: Stage;
let owner: Owner;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  owner = await newOwner(stage);
});
afterAll(() => stage.close());

describe('list-shares', () => {
  it('lists a person’s own links, the newest first, those that are over too', async () => {
    expect(await owner.list()).toEqual([]);
    const names = ['first', 'second', 'third'];
    const ids: string[] = [];
    for (const name of names) {
      ids.push((await owner.create({ name, expiresAt: stage.nowMs + DAY_MS })).share.id);
      stage.nowMs += 1_000;
    }
    await revokeShare(stage.context(), { id: ids[1] }, owner.caller);
    stage.nowMs += DAY_MS - 2_500;
    const listed = await owner.list();
    expect(listed.map(({ name }) => name)).toEqual(['third', 'second', 'first']);
    expect(listed.map(({ revokedAt }) => revokedAt !== null)).toEqual([false, true, false]);
    expect(await (await newOwner(stage)).list()).toEqual([]);
  });

  it('tells who listens, and nobody who has left', async () => {
    const { token } = await owner.create();
    const left = await join(stage, token);
    stage.nowMs += 60_000;
    const stays = await join(stage, token);
    const joinedAt = stage.nowMs;
    expect((await owner.list())[0]!.listeners).toHaveLength(2);
    stage.nowMs += SEAT_MS - 1;
    const ids = (await owner.list())[0]!.listeners;
    expect(ids).toEqual([{ id: stays.pass.id.slice(0, 8), joinedAt, seenAt: joinedAt }]);
    expect(ids[0]!.id).not.toBe(left.pass.id.slice(0, 8));
  });

  it('tells nothing that opens a link or renews a seat', async () => {
    const { token } = await owner.create();
    const { pass } = await join(stage, token);
    const told = JSON.stringify(await owner.list());
    for (const secret of [token, pass.secret, pass.id]) expect(told).not.toContain(secret);
    expect(told).not.toMatch(/digest/i);
  });

  it('refuses fields that it does not know', async () => {
    const asked = run(stage.context(), { sub: 'somebody-else' }, owner.caller);
    await expect(asked).rejects.toMatchObject({ code: 'invalid' });
  });
});
