import { beforeAll, describe, expect, it } from 'vitest';
import { propertiesOf, statementsOf, SYNTH_TIMEOUT_MS } from '../fixtures/template-resources';
import { synthesise, type Template } from '../synth';
import { MEMBER_CALLS } from './roles';

let auth: Template;
beforeAll(async () => {
  auth = (await synthesise())['auth']!;
}, SYNTH_TIMEOUT_MS);

const only = (type: string) => {
  const found = propertiesOf(auth, type);
  expect(found).toHaveLength(1);
  return found[0]!;
};

/** Roles whose trust names a kind of identity. */
function rolesOf(kind: string) {
  const written = `"cognito-identity.amazonaws.com:amr":"${kind}"`;
  return propertiesOf(auth, 'AWS::IAM::Role').filter((role) =>
    JSON.stringify(role['AssumeRolePolicyDocument']).includes(written),
  );
}

function trustedActions(kind: string) {
  const [role] = rolesOf(kind);
  const { Statement } = role!['AssumeRolePolicyDocument'] as {
    Statement: { Action: string; Condition: Record<string, unknown> }[];
  };
  for (const { Condition } of Statement)
    expect(Object.keys(Condition).sort()).toEqual(['ForAnyValue:StringLike', 'StringEquals']);
  return Statement.map(({ Action }) => Action);
}

describe('the user pool', () => {
  it('lets nobody sign up by themselves where the deployment is somebody’s own', () => {
    expect(only('AWS::Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UserPoolTier: 'LITE',
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    });
  });

  it('never sees a password, and tells nobody who exists', () => {
    expect(only('AWS::Cognito::UserPoolClient')).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      AllowedOAuthFlowsUserPoolClient: false,
    });
    expect(only('AWS::Cognito::UserPoolClient')).not.toHaveProperty('CallbackURLs');
    expect(only('AWS::Cognito::UserPoolClient')).not.toHaveProperty('GenerateSecret');
  });

  it('has its triggers in its own stack', () => {
    const { LambdaConfig } = only('AWS::Cognito::UserPool');
    expect(Object.keys(LambdaConfig as object).sort()).toEqual(['PostConfirmation', 'PreSignUp']);
  });

  it('has groups that are claims and bring no role', () => {
    const groups = propertiesOf(auth, 'AWS::Cognito::UserPoolGroup');
    expect(groups.map(({ GroupName }) => GroupName)).toEqual(['owner', 'listener', 'admin']);
    for (const group of groups) expect(group).not.toHaveProperty('RoleArn');
  });
});

describe('the identity pool', () => {
  it('puts the person’s id on the session, and asks the pool whether the token still counts', () => {
    expect(only('AWS::Cognito::IdentityPoolPrincipalTag')).toMatchObject({
      PrincipalTags: { sub: 'sub' },
      UseDefaults: false,
    });
    expect(only('AWS::Cognito::IdentityPool')).toMatchObject({
      AllowUnauthenticatedIdentities: true,
      AllowClassicFlow: false,
      CognitoIdentityProviders: [{ ServerSideTokenCheck: true }],
    });
  });

  it('has one role for people and one for guests, and tags the sessions of people alone', () => {
    expect(rolesOf('authenticated')).toHaveLength(1);
    expect(rolesOf('unauthenticated')).toHaveLength(1);
    expect(trustedActions('authenticated')).toEqual([
      'sts:AssumeRoleWithWebIdentity',
      'sts:TagSession',
    ]);
    expect(trustedActions('unauthenticated')).toEqual(['sts:AssumeRoleWithWebIdentity']);
  });

  it('lets people reach what bears their id, and call the functions for people', () => {
    const text = JSON.stringify(statementsOf(auth));
    expect(text).toContain('-q-${aws:PrincipalTag/sub}');
    expect(text).toContain('-shared-${aws:PrincipalTag/sub}');
    for (const name of MEMBER_CALLS) expect(text).toContain(`-${name}"`);
  });

  it('lets guests invoke join-share, and nothing else', () => {
    const guest = propertiesOf(auth, 'AWS::IAM::Policy').find(({ PolicyName }) =>
      String(PolicyName).startsWith('GuestPolicy'),
    );
    const { Statement } = guest!['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    expect(Statement).toHaveLength(1);
    expect(Statement[0]).toMatchObject({ Effect: 'Allow', Action: 'lambda:InvokeFunction' });
    expect(JSON.stringify(Statement[0]!['Resource'])).toMatch(
      /:function:ame-[0-9a-f]{8}-join-share"/,
    );
  });
});
