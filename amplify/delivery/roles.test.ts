import { describe, expect, it } from 'vitest';
import { projectYaml } from './fixtures/project-file';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Role {
  readonly Type: string;
  readonly Properties: {
    readonly MaxSessionDuration: number;
    readonly AssumeRolePolicyDocument: { readonly Statement: readonly Statement[] };
    readonly ManagedPolicyArns: readonly { readonly 'Fn::Sub': string }[];
    readonly Policies: readonly {
      readonly PolicyDocument: { readonly Statement: readonly Statement[] };
    }[];
  };
}

interface Template {
  readonly Parameters: Readonly<Record<string, { readonly AllowedPattern?: string }>>;
  readonly Resources: Readonly<Record<string, Role>>;
}

const { Parameters, Resources } = projectYaml<Template>('amplify/delivery/deploy-role.yaml');
const roles = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  DeployRole: 'main',
  PreviewRole: 'preview',
  DriftRole: 'drift',
};
const list = (actions: Statement['Action']) => [actions].flat();
const statementsOf = ({ Properties }: Role) =>
  Properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

describe('the roles of the workflows', () => {
  it('are three', () => {
    expect(roles.map(([name]) => name).toSorted()).toEqual(Object.keys(ENVIRONMENTS).toSorted());
  });

  it.each(roles)('%s is taken by one environment of one repository alone', (name, role) => {
    const { AssumeRolePolicyDocument, MaxSessionDuration } = role.Properties;
    expect(MaxSessionDuration).toBe(3_600);
    expect(AssumeRolePolicyDocument.Statement).toHaveLength(1);
    const [trust] = AssumeRolePolicyDocument.Statement;
    expect(trust?.Action).toBe('sts:AssumeRoleWithWebIdentity');
    expect(trust?.Condition).toEqual({
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': {
          'Fn::Sub': `repo:\${Repository}:environment:${ENVIRONMENTS[name]}`,
        },
      },
    });
  });

  it('let no repository be named that stands for more than one', () => {
    const pattern = new RegExp(Parameters['Repository']?.AllowedPattern ?? '');
    expect('owner/name.of-it').toMatch(pattern);
    for (const name of ['*/*', 'owner/*', 'owner', 'owner/a/b', 'owner/a:ref'])
      expect(name).not.toMatch(pattern);
  });

  it.each(roles)('%s names what its own statements reach', (_, role) => {
    const allowed = statementsOf(role).filter(({ Effect }) => Effect === 'Allow');
    for (const { Action, Resource } of allowed) {
      for (const action of list(Action)) expect(action).not.toContain('*');
      const open = JSON.stringify(Resource) === '"*"';
      expect(open).toBe(list(Action).includes('cloudformation:DescribeStackDriftDetectionStatus'));
    }
  });

  it('keep previews away from main', () => {
    const denied = statementsOf(Resources['PreviewRole']!).filter(
      ({ Effect }) => Effect === 'Deny',
    );
    expect(denied.flatMap(({ Action }) => list(Action)).toSorted()).toEqual([
      'amplify:DeleteBranch',
      'amplify:StartJob',
      'amplify:UpdateBranch',
      'cloudformation:*',
    ]);
    expect(JSON.stringify(denied.at(-1)?.Resource)).toContain(
      'stack/amplify-${AppId}-main-branch-*',
    );
  });

  it('let the look for drift change nothing', () => {
    const { Properties } = Resources['DriftRole']!;
    expect(Properties.ManagedPolicyArns.map((arn) => arn['Fn::Sub'])).toEqual([
      'arn:${AWS::Partition}:iam::aws:policy/SecurityAudit',
    ]);
    const actions = statementsOf(Resources['DriftRole']!).flatMap(({ Action }) => list(Action));
    for (const action of actions) expect(action).toMatch(/:(Describe|Detect|Get)/);
  });
});
