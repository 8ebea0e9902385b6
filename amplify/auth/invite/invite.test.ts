import { beforeEach, describe, expect, it } from 'vitest';
import type { Facts, FunctionContext } from '../../functions/context';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { FakePool } from '../../functions/fixtures/fake-pool';
import { FACTS, newCaller } from '../../functions/fixtures/stage';
import { run } from './invite';

let pool: FakePool;
beforeEach(() => {
  pool = new FakePool();
});

function invite(email: unknown, groups = ['owner'], facts: Partial<Facts> = { deployment: 'own' }) {
  const clients = { cognito: pool } as unknown as FunctionContext['clients'];
  const context = { clients, facts: { ...FACTS, ...facts } } as FunctionContext;
  return run(context, { email }, newCaller(groups));
}

const users = () => [...pool.users.values()];

describe('invite', () => {
  it('makes a user with a verified address, and a listener of them', async () => {
    expect(await invite(' Ada@Example.com ')).toEqual({ email: 'ada@example.com' });
    expect(users()).toEqual([
      {
        email: 'ada@example.com',
        status: 'FORCE_CHANGE_PASSWORD',
        groups: new Set(['listener']),
      },
    ]);
    expect(pool.inputs('AdminCreateUser')).toEqual([
      {
        UserPoolId: FACTS.userPoolId,
        Username: 'ada@example.com',
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: 'ada@example.com' },
          { Name: 'email_verified', Value: 'true' },
        ],
      },
    ]);
  });

  it('sends another password to who has not come yet', async () => {
    await invite('ada@example.com');
    await invite('ada@example.com');
    expect(users()).toHaveLength(1);
    expect(pool.inputs('AdminCreateUser').at(-1)).toMatchObject({ MessageAction: 'RESEND' });
  });

  it('makes a listener of who is a user already, and sends nothing', async () => {
    await invite('ada@example.com');
    const [ada] = users();
    ada!.status = 'CONFIRMED';
    ada!.groups.clear();
    await invite('ada@example.com');
    expect([...ada!.groups]).toEqual(['listener']);
    const resent = pool.inputs('AdminCreateUser').filter(({ MessageAction }) => MessageAction);
    expect(resent).toEqual([]);
  });

  it('ends what died between the user and the group', async () => {
    const join = pool.answers.get('AdminAddUserToGroup')!;
    pool.answers.set('AdminAddUserToGroup', () => {
      throw new ServiceRefusal('InternalErrorException');
    });
    await expect(invite('ada@example.com')).rejects.toThrow('InternalErrorException');
    pool.answers.set('AdminAddUserToGroup', join);
    await invite('ada@example.com');
    expect(users().map(({ groups }) => [...groups])).toEqual([['listener']]);
  });

  it('is for the owner of a deployment of one’s own alone', async () => {
    for (const groups of [[], ['listener'], ['admin'], ['Owner'], ['owners']])
      await expect(invite('a@example.com', groups)).rejects.toMatchObject({ code: 'not-allowed' });
    const hosted = invite('a@example.com', ['owner'], { deployment: 'hosted' });
    await expect(hosted).rejects.toMatchObject({ code: 'not-allowed' });
    expect(pool.sent).toEqual([]);
  });

  it('refuses what is not an address', async () => {
    const wrong = ['', 'ada', 'ada@', '@example.com', 'a@b', 'a@b@example.com', 'a b@example.com'];
    const odd = [
      'a@example.com\nbcc: b@example.com',
      `${'a'.repeat(300)}@example.com`,
      7,
      null,
      {},
    ];
    for (const email of [...wrong, ...odd])
      await expect(invite(email)).rejects.toMatchObject({ code: 'invalid' });
    expect(pool.sent).toEqual([]);
  });
});
