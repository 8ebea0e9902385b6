import { describe, expect, it } from 'vitest';
import { authorise } from './authorise';
import {
  allow,
  deny,
  having,
  identityPolicy,
  resourcePolicy,
  trustPolicy,
} from './fixtures/policies';
import { ACCOUNT, ask, OTHER_ACCOUNT, queue, session } from './fixtures/requests';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/reader`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/reader/someone`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

const admits = (who: unknown) => resourcePolicy(allow({ Principal: who }));
const nothing = identityPolicy(allow({ Action: 'sqs:ListQueues' }));

describe('within an account', () => {
  it('denies what nobody allows', () => {
    expect(authorise(ask(), having({}))).toMatchObject({
      allowed: false,
      because: 'no identity policy allows it',
    });
  });

  it('allows what the identity policy allows, and says which statement', () => {
    const decision = authorise(
      ask(),
      having({ identity: [identityPolicy(allow({ Sid: 'Read' }))] }),
    );
    expect(decision).toMatchObject({ allowed: true, because: 'allowed by identity#Read' });
  });

  it.each([
    ['everyone', '*'],
    ['everyone, as an AWS principal', { AWS: '*' }],
    ['the role', { AWS: ROLE }],
    ['the session', { AWS: SESSION }],
  ])('a resource policy that names %s is enough', (_, who) => {
    expect(authorise(ask(), having({ resource: admits(who) })).allowed).toBe(true);
  });

  it.each([
    ['the account', { AWS: ROOT }],
    ['the account by number', { AWS: ACCOUNT }],
    ['another role', { AWS: `${ROLE}-two` }],
    ['another session', { AWS: `${SESSION}-two` }],
    ['a service', { Service: 'sns.amazonaws.com' }],
  ])('a resource policy that names %s is not', (_, who) => {
    expect(authorise(ask(), having({ resource: admits(who) })).allowed).toBe(false);
  });

  it.each(['identity', 'session', 'resource'])('a Deny in the %s policy wins', (place) => {
    const policies = {
      identity: [identityPolicy(allow(), ...(place === 'identity' ? [deny()] : []))],
      session: [identityPolicy(allow(), ...(place === 'session' ? [deny()] : []))],
      resource: resourcePolicy(
        allow({ Principal: '*' }),
        ...(place === 'resource' ? [deny({ Principal: '*', Sid: 'No' })] : []),
      ),
    };
    const decision = authorise(ask(), policies);
    expect(decision.allowed).toBe(false);
    expect(decision.because).toContain('explicitly denied by');
  });
});

describe('session policies', () => {
  const identity = [identityPolicy(allow({ Action: 'sqs:*' }))];

  it('cut down what the identity policy allows', () => {
    const given = [identityPolicy(allow({ Resource: queue('q') }))];
    expect(authorise(ask(), having({ identity, session: given })).allowed).toBe(true);
    const other = ask({ resource: queue('other') });
    expect(authorise(other, having({ identity, session: given })).allowed).toBe(false);
  });

  it('allow nothing by themselves', () => {
    const given = [identityPolicy(allow())];
    expect(authorise(ask(), having({ session: given })).allowed).toBe(false);
  });

  it('cut down a resource policy that names the role, but not one that names the session', () => {
    const given = [nothing];
    const byRole = having({ session: given, resource: admits({ AWS: ROLE }) });
    const bySession = having({ session: given, resource: admits({ AWS: SESSION }) });
    expect(authorise(ask(), byRole).allowed).toBe(false);
    expect(authorise(ask(), bySession).allowed).toBe(true);
  });
});

describe('between accounts', () => {
  const request = ask({ resource: queue('q', OTHER_ACCOUNT) });
  const identity = [identityPolicy(allow())];

  it.each([
    ['both sides', identity, admits({ AWS: ROOT }), true],
    ['both sides, everyone admitted', identity, admits('*'), true],
    ['the identity alone', identity, null, false],
    ['the resource alone', [], admits({ AWS: ROLE }), false],
    ['the resource alone, everyone admitted', [], admits('*'), false],
  ])('%s', (_, own, resource, expected) => {
    expect(authorise(request, having({ identity: own, resource })).allowed).toBe(expected);
  });
});

describe('assuming a role', () => {
  const role = `arn:aws:iam::${ACCOUNT}:role/target`;
  const request = ask({ action: 'sts:AssumeRole', resource: role });
  const identity = [identityPolicy(allow({ Action: 'sts:AssumeRole', Resource: role }))];
  const trusts = (who: unknown) =>
    trustPolicy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: who });

  it('needs the trust policy, whatever the identity policy says', () => {
    expect(authorise(request, having({ identity })).allowed).toBe(false);
    const stranger = trusts({ AWS: `${ROLE}-two` });
    expect(authorise(request, having({ identity, resource: stranger })).allowed).toBe(false);
  });

  it('needs no more when the trust policy names the role, and an identity policy when it names the account', () => {
    expect(authorise(request, having({ resource: trusts({ AWS: ROLE }) })).allowed).toBe(true);
    const account = trusts({ AWS: ROOT });
    expect(authorise(request, having({ resource: account })).allowed).toBe(false);
    expect(authorise(request, having({ identity, resource: account })).allowed).toBe(true);
  });

  it('with a web identity asks the trust policy alone, and every condition of it', () => {
    const trust = trustPolicy({
      Effect: 'Allow',
      Action: ['sts:AssumeRoleWithWebIdentity'],
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    });
    const web = (action: string, aud: string, amr: string[]) =>
      authorise(
        ask(
          {
            principal: { kind: 'federated', provider: 'cognito-identity.amazonaws.com' },
            action,
            resource: role,
          },
          {
            'cognito-identity.amazonaws.com:aud': aud,
            'cognito-identity.amazonaws.com:amr': amr,
          },
        ),
        having({ resource: trust }),
      ).allowed;
    const assume = 'sts:AssumeRoleWithWebIdentity';
    expect(web(assume, 'pool', ['authenticated', 'x'])).toBe(true);
    expect(web(assume, 'other', ['authenticated'])).toBe(false);
    expect(web(assume, 'pool', ['unauthenticated'])).toBe(false);
    expect(web('sts:TagSession', 'pool', ['authenticated'])).toBe(false);
  });
});

describe('services and anyone', () => {
  const topic = `arn:aws:sns:eu-west-1:${ACCOUNT}:feed`;
  const resource = resourcePolicy({
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    Resource: queue('q'),
    Principal: { Service: 'sns.amazonaws.com' },
    Condition: { ArnEquals: { 'aws:SourceArn': topic } },
  });
  const send = (service: string, source: string) =>
    authorise(
      ask(
        { principal: { kind: 'service', service }, action: 'sqs:SendMessage' },
        { 'aws:SourceArn': source },
      ),
      having({ resource }),
    ).allowed;

  it('a service may what the resource admits it to, for that source alone', () => {
    expect(send('sns.amazonaws.com', topic)).toBe(true);
    expect(send('sns.amazonaws.com', `${topic}2`)).toBe(false);
    expect(send('events.amazonaws.com', topic)).toBe(false);
  });

  it('a service gets nothing from policies that are not for it', () => {
    const principal = { kind: 'service', service: 'sns.amazonaws.com' } as const;
    expect(
      authorise(ask({ principal }), having({ identity: [identityPolicy(allow())] })).allowed,
    ).toBe(false);
  });

  it('anyone may only what is open to everyone', () => {
    const request = ask({ principal: { kind: 'anonymous' } });
    expect(authorise(request, having({ resource: admits('*') })).allowed).toBe(true);
    expect(authorise(request, having({ resource: admits({ AWS: ROOT }) })).allowed).toBe(false);
  });
});

describe('NotPrincipal', () => {
  const sparing = (...who: string[]) =>
    having({
      identity: [identityPolicy(allow())],
      resource: resourcePolicy(deny({ NotPrincipal: { AWS: who } })),
    });

  it('spares a session only when its account and its role are listed', () => {
    expect(authorise(ask(), sparing(ROLE, ROOT)).allowed).toBe(true);
    expect(authorise(ask(), sparing(ROLE)).allowed).toBe(false);
    expect(authorise(ask(), sparing(ROOT)).allowed).toBe(false);
    expect(authorise(ask({ principal: session('stranger') }), sparing(ROLE, ROOT)).allowed).toBe(
      false,
    );
  });
});

describe('what it does not know', () => {
  it.each([
    ['an action with a wildcard', { action: 'sqs:*' }],
    ['a key of KMS', { action: 'kms:Decrypt' }],
    ['a resource that is no ARN', { resource: 'q' }],
    ['a resource without an account', { resource: 'arn:aws:s3:::bucket' }],
  ])('%s is refused', (_, change) => {
    expect(() => authorise(ask(change), having({}))).toThrowError(
      expect.objectContaining({ name: 'PolicyNotUnderstood' }),
    );
  });
});
