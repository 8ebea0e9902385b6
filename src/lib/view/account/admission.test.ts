import { describe, expect, it } from 'vitest';
import { Admission } from './admission.svelte';
import { FixtureMembership } from './fixtures/fixture-membership.svelte';

const EMAIL = 'ada@example.com';
const PASSWORD = 'a long enough password';

function begin(membership = new FixtureMembership({ state: 'signed-out' })) {
  const admission = new Admission(membership);
  admission.email.enter(` ${EMAIL} `);
  return { admission, membership };
}

describe('the way in', () => {
  it('leads from signing up over the code straight in', async () => {
    const { admission, membership } = begin();
    admission.go('sign-up');
    admission.newPassword.enter(PASSWORD);
    await admission.submit();
    expect(admission.step).toBe('confirm');
    expect(admission.told).toBe(`We sent a code to ${EMAIL}.`);
    admission.code.enter('123 456');
    await admission.submit();
    expect(membership.asked).toEqual([
      ['signUp', EMAIL, PASSWORD],
      ['confirm', EMAIL, '123456'],
      ['signIn', EMAIL, PASSWORD],
    ]);
    expect(membership.state).toBe('signed-in');
    expect(admission.newPassword.value).toBe('');
  });

  it('asks for the six digits where an authenticator is set up', async () => {
    const { admission, membership } = begin(
      new FixtureMembership({ state: 'signed-out', totp: true }),
    );
    admission.password.enter(PASSWORD);
    await admission.submit();
    expect(admission.step).toBe('totp');
    expect(membership.state).toBe('signed-out');
    admission.code.enter('654321');
    expect(await admission.submit()).toBe(true);
    expect(membership.asked.at(-1)).toEqual(['answer', '654321']);
    expect(membership.state).toBe('signed-in');
  });

  it('asks an invited person for a password of their own', async () => {
    const { admission, membership } = begin(
      new FixtureMembership({ state: 'signed-out', isInvited: true }),
    );
    admission.password.enter('from the mail');
    await admission.submit();
    expect(admission.step).toBe('new-password');
    admission.newPassword.enter('short');
    expect(await admission.submit()).toBe(false);
    expect(admission.newPassword.trouble).toMatch(/needs 12/);
    admission.newPassword.enter(PASSWORD);
    expect(await admission.submit()).toBe(true);
    expect(membership.asked.at(-1)).toEqual(['answer', PASSWORD]);
  });

  it('sets a forgotten password anew and goes in with it', async () => {
    const { admission, membership } = begin();
    admission.go('forgot');
    await admission.submit();
    expect(admission.step).toBe('reset');
    admission.code.enter('111222');
    admission.newPassword.enter(PASSWORD);
    await admission.submit();
    expect(membership.asked.slice(1)).toEqual([
      ['reset', EMAIL, '111222', PASSWORD],
      ['signIn', EMAIL, PASSWORD],
    ]);
    expect(membership.state).toBe('signed-in');
  });

  it('asks for the password where it does not know it any more', async () => {
    const { admission, membership } = begin();
    admission.go('confirm');
    admission.code.enter('123456');
    await admission.submit();
    expect(admission.step).toBe('sign-in');
    expect(admission.told).toBe('That is confirmed. Now sign in.');
    expect(membership.asked.map(([name]) => name)).toEqual(['confirm']);
  });

  it('stays where it is when it is refused, and says why', async () => {
    const { admission, membership } = begin();
    membership.refuse('The address or the password is wrong.', 'Try again.');
    admission.password.enter('wrong');
    expect(await admission.submit()).toBe(false);
    expect(admission.step).toBe('sign-in');
    expect(admission.form.trouble?.text).toBe('The address or the password is wrong. Try again.');
    expect(admission.password.value).toBe('wrong');
  });

  it('takes the address along to another form, and no password', () => {
    const { admission } = begin();
    admission.password.enter('secret');
    admission.go('forgot');
    expect(admission.address).toBe(EMAIL);
    expect(admission.password.value).toBe('');
  });

  it('sends another code, and says so', async () => {
    const { admission, membership } = begin();
    admission.go('confirm');
    await admission.sendAgain();
    expect(membership.asked).toEqual([['sendCodeAgain', EMAIL]]);
    expect(admission.told).toBe(`Another code is on its way to ${EMAIL}.`);
  });
});
