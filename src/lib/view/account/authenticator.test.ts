import { describe, expect, it } from 'vitest';
import { Authenticator, grouped } from './authenticator.svelte';
import { FixtureMembership } from './fixtures/fixture-membership.svelte';

describe('the authenticator', () => {
  it('is set up by a code that the app shows', async () => {
    const membership = new FixtureMembership();
    const authenticator = new Authenticator(membership);
    await authenticator.begin();
    expect(authenticator.key?.uri).toMatch(/^otpauth:\/\/totp\//);
    authenticator.code.enter('123 456');
    await authenticator.finish();
    expect(membership.asked).toEqual([['beginTotp'], ['finishTotp', '123456']]);
    expect(membership.totp).toBe(true);
    expect(authenticator.key).toBeNull();
    expect(authenticator.told).toMatch(/asked for when you sign in/);
  });

  it('goes on asking while the code is wrong, and keeps the secret', async () => {
    const membership = new FixtureMembership();
    const authenticator = new Authenticator(membership);
    await authenticator.begin();
    authenticator.code.enter('000000');
    membership.refuse('This code is not right.', 'Wait for the next one.');
    await authenticator.finish();
    expect(authenticator.key).not.toBeNull();
    expect(authenticator.code.trouble).toBe('This code is not right. Wait for the next one.');
    expect(authenticator.told).toBe('');
  });

  it('is taken away', async () => {
    const membership = new FixtureMembership({ totp: true });
    const authenticator = new Authenticator(membership);
    await authenticator.remove();
    expect(membership.totp).toBe(false);
    expect(authenticator.told).toBe('The authenticator is no longer asked for.');
  });

  it('forgets the secret when it is left', async () => {
    const authenticator = new Authenticator(new FixtureMembership());
    await authenticator.begin();
    authenticator.code.enter('12');
    authenticator.cancel();
    expect(authenticator.key).toBeNull();
    expect(authenticator.code.value).toBe('');
  });
});

it('shows a secret in groups of four', () => {
  expect(grouped('JBSWY3DPEH')).toBe('JBSW Y3DP EH');
});
