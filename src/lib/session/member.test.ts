import { describe, expect, it } from 'vitest';
import { FakeAccount } from './fixtures/fake-account';
import { AccountMembership } from './member.svelte';

const YOU = { sub: 'sub-1', email: 'you@example.com', groups: ['owner'] };

function membership(fake = new FakeAccount({ 'ensure-queue': () => ({}) as never })) {
  const left: string[] = [];
  const member = new AccountMembership({
    account: fake.account,
    leave: () => void left.push('leave'),
    forget: async (sub) => void left.push(`forget ${sub}`),
  });
  return { fake, member, left };
}

describe('membership', () => {
  it('is unknown until it was looked at', async () => {
    const { member } = membership();
    expect(member.state).toBe('checking');
    await member.refresh();
    expect(member).toMatchObject({ state: 'signed-out', email: null, isOwner: false, totp: null });
  });

  it('finds who was signed in before the page was opened', async () => {
    const { fake, member } = membership();
    fake.member = YOU;
    fake.totp = true;
    await member.refresh();
    expect(member).toMatchObject({
      state: 'signed-in',
      email: YOU.email,
      isOwner: true,
      totp: true,
    });
  });

  it('signs in, and has the queue made meanwhile', async () => {
    const { fake, member } = membership();
    fake.member = { ...YOU, groups: [] };
    expect(await member.signIn('you@example.com', 'secret')).toEqual({ kind: 'done' });
    expect(member).toMatchObject({ state: 'signed-in', isOwner: false });
    expect(fake.asked).toContainEqual(['ensure-queue', {}]);
  });

  it('answers what was asked, in its kind', async () => {
    const { fake, member } = membership();
    fake.next = { kind: 'new-password' };
    await member.signIn('you@example.com', 'temporary');
    fake.next = { kind: 'totp' };
    await member.answer('my new one');
    fake.next = { kind: 'done' };
    await member.answer('123456');
    expect(fake.asked.slice(1, 3)).toEqual([
      ['my new one', 'new-password'],
      ['123456', 'totp'],
    ]);
  });

  it('is not signed in by a confirmation alone', async () => {
    const { fake, member } = membership();
    expect(await member.confirm('you@example.com', '123456')).toEqual({ kind: 'done' });
    expect(member.state).toBe('signed-out');
    expect(fake.asked).toEqual([['you@example.com', '123456']]);
  });

  it('ends what is heard when it ends by itself', async () => {
    const { fake, member, left } = membership();
    fake.member = YOU;
    await member.refresh();
    fake.member = null;
    fake.ended();
    await new Promise((resolve) => setTimeout(resolve));
    expect(member.state).toBe('signed-out');
    expect(left).toEqual(['leave']);
  });

  it('goes on while nobody left: a token that could not be renewed once is no end', async () => {
    const { fake, member, left } = membership();
    fake.member = YOU;
    await member.refresh();
    fake.ended();
    await new Promise((resolve) => setTimeout(resolve));
    expect(member.state).toBe('signed-in');
    expect(left).toEqual([]);
  });

  it('deletes the account, then signs out, then forgets what this browser kept', async () => {
    const { fake, member, left } = membership(
      new FakeAccount({ 'delete-account': () => ({ removed: [] }) }),
    );
    fake.member = YOU;
    await member.refresh();
    await member.deleteAccount();
    expect(fake.asked).toEqual([['delete-account', {}]]);
    expect(left).toEqual(['leave', 'forget sub-1']);
    expect(member).toMatchObject({ state: 'signed-out', email: null });
  });

  it('stays signed in where the account could not be deleted', async () => {
    const { fake, member, left } = membership();
    fake.member = YOU;
    await member.refresh();
    await expect(member.deleteAccount()).rejects.toThrow('not foreseen');
    expect(member.state).toBe('signed-in');
    expect(left).toEqual([]);
  });
});
