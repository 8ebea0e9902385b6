import { describe, expect, it } from 'vitest';
import type { Template } from '../synthesis/template';
import { authorise } from './authorise';
import { ACCOUNT } from './fixtures/requests';
import { root, things } from './fixtures/templates';
import type { ContextValues, Principal } from './request';
import { policiesFor, templatePolicies } from './template-policies';

const WORLD = { region: 'eu-west-1', account: ACCOUNT, stackName: 'app' };
const known = templatePolicies({ root, things }, WORLD);

const MEMBER = `arn:aws:iam::${ACCOUNT}:role/member`;
const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${name}`;

const asMember = (action: string, resource: string, tags = { sub: 'me' }) =>
  authorise(
    {
      principal: { kind: 'role-session', roleArn: MEMBER, sessionName: 's', tags },
      action,
      resource,
      context: {},
    },
    policiesFor(known, MEMBER, resource),
  ).allowed;

const asService = (service: string, action: string, resource: string, context: ContextValues) => {
  const principal: Principal = { kind: 'service', service };
  return authorise({ principal, action, resource, context }, policiesFor(known, null, resource))
    .allowed;
};

describe('templatePolicies', () => {
  it('resolves references within a stack and between stacks', () => {
    expect(asMember('sns:Publish', arn('sns', 'ame-0-feed'))).toBe(true);
    expect(asMember('sns:Publish', arn('sns', 'ame-0-feed2'))).toBe(false);
  });

  it('leaves the variables of a policy to the policy', () => {
    expect(asMember('sqs:ReceiveMessage', arn('sqs', 'ame-0-me'))).toBe(true);
    expect(asMember('sqs:ReceiveMessage', arn('sqs', 'ame-0-you'))).toBe(false);
  });

  it('takes parameters over their defaults, and conditions as they then are', () => {
    const parameters = { Prefix: 'spare' };
    const other = templatePolicies({ root, things }, { ...WORLD, parameters });
    expect(known.roles.map(({ label }) => label)).not.toContain('app/Spare');
    expect(other.roles.map(({ label }) => label)).toContain('app/Spare');
    expect(other.roles[0]?.identity[0]?.statements[0]?.resources?.items).toEqual([
      arn('sns', 'spare-feed'),
    ]);
  });

  it('gives a role its inline, attached and managed policies, and its trust policy', () => {
    const role = known.roles.find(({ label }) => label === 'app-things/Role');
    expect(role?.arn).toBe(`arn:aws:iam::${ACCOUNT}:role/app-things-Role`);
    expect(role?.trust.statements[0]?.actions.items).toEqual(['sts:AssumeRole']);
    expect(
      role?.identity.flatMap(({ statements }) => statements).flatMap((s) => s.actions.items),
    ).toEqual([
      'sqs:GetQueueUrl',
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'sqs:ListQueues',
    ]);
  });

  it('knows the functions, their roles, and the roles that the identity pool gives', () => {
    expect(known.functions).toEqual([
      {
        name: 'fn',
        arn: arn('lambda', 'function:fn'),
        roleArn: `arn:aws:iam::${ACCOUNT}:role/app-things-Role`,
      },
    ]);
    expect(known.poolRoles).toEqual({
      guest: `arn:aws:iam::${ACCOUNT}:role/people/guest`,
      member: MEMBER,
    });
  });

  it("reads the policies of queues, and the permissions of functions as their resource's policy", () => {
    const source = (text: string) => ({ 'aws:SourceArn': text });
    const send = (topic: string) =>
      asService('sns.amazonaws.com', 'sqs:SendMessage', arn('sqs', 'dead'), source(topic));
    expect(send(arn('sns', 'ame-0-feed'))).toBe(true);
    expect(send(arn('sns', 'other'))).toBe(false);
    const invoke = (pool: string) =>
      asService(
        'cognito-idp.amazonaws.com',
        'lambda:InvokeFunction',
        arn('lambda', 'function:fn'),
        source(arn('cognito-idp', `userpool/${pool}`)),
      );
    expect(invoke('one')).toBe(true);
    expect(invoke('two')).toBe(false);
  });
});

describe('what it does not know', () => {
  const reading = (resources: Template['Resources']) => () =>
    templatePolicies({ root: { Resources: resources } }, WORLD);
  const trust = { Version: '2012-10-17', Statement: [] };
  const role = (properties: object) => ({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust, ...properties },
    },
  });

  it.each([
    ['a kind of resource policy', { P: { Type: 'AWS::S3::BucketPolicy' } }],
    [
      'a managed policy',
      role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
    ],
    ['a function', role({ RoleName: { 'Fn::ImportValue': 'x' } })],
    ['a reference', role({ RoleName: { Ref: 'Nothing' } })],
    ['a nested stack', { n00000000: { Type: 'AWS::CloudFormation::Stack' } }],
  ])('%s is refused', (_, resources) => {
    expect(reading(resources)).toThrowError(
      expect.objectContaining({ name: 'PolicyNotUnderstood' }),
    );
  });
});
