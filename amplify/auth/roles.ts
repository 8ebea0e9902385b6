import type { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import { type IRole, Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Stack } from 'aws-cdk-lib';
import type { MemberCall } from '../../src/lib/core/cloud/calls';
import { QUEUE_READING } from '../queue-reading';
import type { ResourceArns } from '../resource-arns';

/** The session's own tag; where it is absent, the statement matches nothing. */
const SUB = '${aws:PrincipalTag/sub}';

/** The functions that a signed-in person may call. */
export const MEMBER_CALLS: readonly MemberCall[] = [
  'ensure-queue',
  'connections',
  'check-connection',
  'test-event',
  'invite',
  'delete-account',
  'create-share',
  'list-shares',
  'revoke-share',
];

/** A signed-in person reads their own queue, fills their own shared feed, and calls the functions. */
export function memberStatements(arns: ResourceArns): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'ReadOwnQueue',
      actions: [...QUEUE_READING],
      resources: [arns.queue(SUB)],
    }),
    new PolicyStatement({
      sid: 'FillOwnSharedFeed',
      actions: ['sns:Publish'],
      resources: [arns.sharedFeed(SUB)],
    }),
    new PolicyStatement({
      sid: 'CallMemberFunctions',
      actions: ['lambda:InvokeFunction'],
      resources: MEMBER_CALLS.map((name) => arns.lambda(name)),
    }),
  ];
}

/** A guest may ask for a seat with a link's token, and nothing else. */
export function guestStatements(arns: ResourceArns): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'JoinShare',
      actions: ['lambda:InvokeFunction'],
      resources: [arns.lambda('join-share')],
    }),
  ];
}

/** Attaches statements to a role by a policy of its own, beside the role and not under it. */
export function allow(
  stack: Stack,
  role: IRole,
  name: string,
  statements: PolicyStatement[],
): Policy {
  return new Policy(stack, name, { statements, roles: [role] });
}

/** Without it STS refuses the session tags that the identity pool sends. */
export function trustSessionTags(role: Role): void {
  const trust = role.assumeRolePolicy?.toJSON() as { Statement: TrustStatement[] } | undefined;
  const [first] = trust?.Statement ?? [];
  if (first === undefined) return;
  role.assumeRolePolicy?.addStatements(
    PolicyStatement.fromJson({ ...first, Action: 'sts:TagSession' }),
  );
}

interface TrustStatement {
  readonly Action: string;
}

/** Takes the roles from the groups: everyone who is signed in has the one role, whatever group they are in. */
export function removeGroupRoles(
  groups: Readonly<
    Record<string, { readonly cfnUserGroup: CfnUserPoolGroup; readonly role: IRole }>
  >,
): void {
  for (const { cfnUserGroup, role } of Object.values(groups)) {
    cfnUserGroup.roleArn = undefined;
    role.node.scope?.node.tryRemoveChild(role.node.id);
  }
}
