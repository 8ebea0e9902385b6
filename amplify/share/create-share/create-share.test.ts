import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, newOwner, type Owner } from '../../functions/fixtures/shares';
import { newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { TABLE } from '../../functions/fixtures/local-services';
import { digestOf } from '../../functions/sharing/token';
import { markDeleted } from '../../functions/table/tombstone';
import { run as revokeShare } from '../revoke-share/revoke-share';
import { run } from './create-share';

let stage: Stage;
let owner: Owner;
beforeAll(async () => {
  stage = await openStage();
  owner = await newOwner(stage);
});
afterAll(() => stage.close());

describe('create-share', () => {
  it('gives a share and its token, and keeps the digest alone', async () => {
    const filter = { sources: ['aws.s3', 'my.app'], outcomes: ['error', 'warning'] } as const;
    const { share, token } = await owner.create({ name: '  Night shift ', filter });
    expect(share).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: 'Night shift',
      createdAt: stage.nowMs,
      expiresAt: stage.nowMs + DAY_MS,
      maxListeners: 5,
      filter,
      revokedAt: null,
      listeners: [],
    });
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    const rows = JSON.stringify(await stage.dynamo.send(new ScanCommand({ TableName: TABLE })));
    expect(rows).toContain(digestOf(token));
    expect(rows).not.toContain(token);
    expect(await owner.list()).toEqual([share]);
  });

  it('makes twenty at most, however many are asked for at once, and again when one is over', async () => {
    const busy = await newOwner(stage);
    const made = await Promise.allSettled(Array.from({ length: 24 }, () => busy.create()));
    const [first] = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.share] : []));
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['full', 'full', 'full', 'full']);
    expect(new Set((await busy.list()).map(({ id }) => id)).size).toBe(20);
    await revokeShare(stage.context(), { id: first!.id }, busy.caller);
    const { share } = await busy.create();
    expect((await busy.list()).map(({ id }) => id)).toContain(share.id);
    await expect(busy.create()).rejects.toMatchObject({ code: 'full' });
    stage.nowMs += 2 * DAY_MS;
    await busy.create();
  });

  const good = () => ({
    name: 'Team',
    expiresAt: stage.nowMs + DAY_MS,
    maxListeners: 5,
    filter: { sources: [] as unknown, outcomes: [] as unknown },
  });

  it.each([
    ['no name', () => ({ ...good(), name: ' ' })],
    ['a long name', () => ({ ...good(), name: 'x'.repeat(81) })],
    ['a name of two lines', () => ({ ...good(), name: 'a\nb' })],
    ['a name that turns the text', () => ({ ...good(), name: 'a\u202eb' })],
    ['an end in the past', () => ({ ...good(), expiresAt: stage.nowMs })],
    ['an end after 90 days', () => ({ ...good(), expiresAt: stage.nowMs + 91 * DAY_MS })],
    ['an end that is no number', () => ({ ...good(), expiresAt: '2027-01-01' })],
    ['an end that is not finite', () => ({ ...good(), expiresAt: Infinity })],
    ['no listener', () => ({ ...good(), maxListeners: 0 })],
    ['101 listeners', () => ({ ...good(), maxListeners: 101 })],
    ['half a listener', () => ({ ...good(), maxListeners: 1.5 })],
    ['no filter', () => ({ ...good(), filter: undefined })],
    ['a filter on accounts', () => ({ ...good(), filter: { accounts: [] } })],
    ['sources that are no list', () => ({ ...good(), filter: { sources: 'x', outcomes: [] } })],
    ['a pattern for a source', () => ({ ...good(), filter: { sources: [{}], outcomes: [] } })],
    ['a source in quotes', () => ({ ...good(), filter: { sources: ['"'], outcomes: [] } })],
    ['21 sources', () => ({ ...good(), filter: { sources: lines(21), outcomes: [] } })],
    ['an unknown outcome', () => ({ ...good(), filter: { sources: [], outcomes: ['fine'] } })],
    ['a field of the row', () => ({ ...good(), person: 'somebody-else' })],
    ['a long call', () => ({ ...good(), name: 'x'.repeat(20_000) })],
    ['a list', () => [good()]],
    ['nothing', () => null],
  ])('refuses %s', async (_, payload) => {
    const asked = run(stage.context(), payload(), owner.caller);
    await expect(asked).rejects.toMatchObject({ code: 'invalid' });
  });

  it('makes nothing for an account that is deleted', async () => {
    const caller = newCaller();
    await markDeleted(stage.context(), caller.sub);
    await expect(run(stage.context(), good(), caller)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

const lines = (count: number) => Array.from({ length: count }, (_, index) => `source.${index}`);
