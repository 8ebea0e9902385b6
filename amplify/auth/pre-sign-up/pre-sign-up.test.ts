import { describe, expect, it } from 'vitest';
import type { Facts, FunctionContext, LogEntry } from '../../functions/context';
import { run, SignUpRefused } from './pre-sign-up';

const logged: LogEntry[] = [];

function attempt(
  facts: Pick<Facts, 'deployment' | 'allowedDomains'>,
  email: string,
  triggerSource = 'PreSignUp_SignUp',
) {
  const context = { facts, log: (entry) => void logged.push(entry) } as FunctionContext;
  return run(context, { triggerSource, request: { userAttributes: { email } }, response: {} });
}

const hosted = { deployment: 'hosted', allowedDomains: [] } as const;
const closed = { deployment: 'own', allowedDomains: [] } as const;
const named = { deployment: 'own', allowedDomains: ['example.com', 'beta.example.org'] } as const;

describe('pre-sign-up', () => {
  it('lets everybody into the hosted deployment', async () => {
    expect(await attempt(hosted, 'ada@anywhere.net')).toMatchObject({ response: {} });
  });

  it('lets nobody sign up in a closed deployment, and tells them what to do', async () => {
    await expect(attempt(closed, 'ada@example.com')).rejects.toThrow(SignUpRefused);
    await expect(attempt(closed, 'ada@example.com')).rejects.toThrow('Ask the owner');
  });

  it('lets in whom the owner invites, whatever the domain', async () => {
    for (const facts of [hosted, closed, named])
      await attempt(facts, 'ada@anywhere.net', 'PreSignUp_AdminCreateUser');
  });

  it('refuses a trigger that it does not know', async () => {
    const asked = attempt(hosted, 'ada@example.com', 'PreSignUp_ExternalProvider');
    await expect(asked).rejects.toThrow(SignUpRefused);
  });

  it('lets in who comes from a named domain, however it is written', async () => {
    for (const email of ['ada@example.com', 'Ada.L+x@EXAMPLE.com', "o'neil@beta.example.org"])
      expect(await attempt(named, email)).toBeDefined();
  });

  it.each([
    'ada@example.com.evil.net',
    'ada@evil-example.com',
    'ada@sub.example.com',
    'ada@example.org',
    'ada@com',
    'ada@',
    '@example.com',
    'example.com',
    '',
    'ada@evil.net@example.com',
    '"ada@evil.net"@example.com',
    'ada@example.com\n',
    'ada@example.com ',
    'ada@evil.net, eve@example.com',
    'ada@example.com.',
    'ada@еxample.com',
    'ada@example。com',
    'ada@[example.com]',
    `${'a'.repeat(65)}@example.com`,
  ])('refuses %j where domains are named', async (email) => {
    await expect(attempt(named, email)).rejects.toThrow(SignUpRefused);
  });
});
