import { describe, expect, it } from 'vitest';
import { allow } from './fixtures/policies';
import type { PolicyKind } from './policy-document';
import { readPolicy } from './read-policy';

const read = (statement: unknown, kind: PolicyKind = 'identity', version = '2012-10-17') =>
  readPolicy('policy', kind, { Version: version, Statement: [statement] });

describe('readPolicy', () => {
  it('reads text, single statements and lists alike', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: allow({ Sid: 'One' }) });
    expect(readPolicy('p', 'identity', text).statements).toEqual([
      {
        id: 'p#One',
        effect: 'Allow',
        actions: { negated: false, items: ['sqs:ReceiveMessage'] },
        resources: { negated: false, items: ['*'] },
        principals: null,
        conditions: [],
      },
    ]);
  });

  it('keeps every key of every condition operator', () => {
    const condition = { StringEquals: { a: '1', b: ['2', '3'] }, Bool: { c: true } };
    expect(read(allow({ Condition: condition })).statements[0]?.conditions).toEqual([
      { operator: 'StringEquals', key: 'a', values: ['1'] },
      { operator: 'StringEquals', key: 'b', values: ['2', '3'] },
      { operator: 'Bool', key: 'c', values: ['true'] },
    ]);
  });

  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '111122223333' } };

  it.each<[string, unknown, PolicyKind]>([
    ['an element', allow({ Resources: '*' }), 'identity'],
    ['no effect', allow({ Effect: 'allow' }), 'identity'],
    ['no action', { Effect: 'Allow', Resource: '*' }, 'identity'],
    ['both Action and NotAction', allow({ NotAction: 'sqs:*' }), 'identity'],
    ['an action without a service', allow({ Action: 'ReceiveMessage' }), 'identity'],
    ['a reference that is not resolved', allow({ Resource: { Ref: 'Queue' } }), 'identity'],
    ['no resource', { Effect: 'Allow', Action: 'sqs:*' }, 'identity'],
    ['a principal in an identity policy', allow({ Principal: '*' }), 'identity'],
    ['no principal in a resource policy', allow(), 'resource'],
    ['a resource in a trust policy', { ...trust, Resource: '*' }, 'trust'],
    ['NotPrincipal with Allow', allow({ NotPrincipal: { AWS: '111122223333' } }), 'resource'],
    ['a principal with a wildcard', allow({ Principal: { AWS: 'arn:aws:iam::1:*' } }), 'resource'],
    ['a type of principal', allow({ Principal: { CanonicalUser: 'x' } }), 'resource'],
    ['an operator', allow({ Condition: { StringIs: { a: 'b' } } }), 'identity'],
  ])('refuses %s', (_, statement, kind) => {
    expect(() => read(statement, kind)).toThrowError(
      expect.objectContaining({ name: 'PolicyNotUnderstood' }),
    );
  });

  it('refuses variables in a policy of the old version, where they would be plain text', () => {
    const statement = allow({ Resource: 'arn:aws:sqs:::${aws:PrincipalTag/sub}' });
    expect(() => read(statement, 'identity', '2008-10-17')).toThrowError('Version');
    expect(read(allow(), 'identity', '2008-10-17').statements).toHaveLength(1);
  });
});
