import { Stack } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Deployment } from '../deployment';
import { letJoinByDomain } from './auto-join';
import { hardenIdentityPool, tagPrincipals } from './identity-pool';
import {
  allow,
  guestStatements,
  memberStatements,
  removeGroupRoles,
  trustSessionTags,
} from './roles';
import type { auth } from './resource';
import { hardenClient, hardenUserPool } from './user-pool';

type AuthResources = ReturnType<(typeof auth)['getInstance']>['resources'];

/** Makes of Amplify's pools what this backend needs: one role for people, one for guests, each with its few rights. */
export function secureAuth(
  resources: AuthResources,
  postConfirmation: IFunction,
  { arns, settings }: Deployment,
): void {
  const { cfnUserPool, cfnUserPoolClient, cfnIdentityPool } = resources.cfnResources;
  const stack = Stack.of(cfnIdentityPool);
  hardenUserPool(cfnUserPool, settings);
  hardenClient(cfnUserPoolClient);
  hardenIdentityPool(cfnIdentityPool);
  tagPrincipals(stack, cfnIdentityPool, resources.userPool.userPoolId);
  removeGroupRoles(resources.groups);
  trustSessionTags(resources.authenticatedUserIamRole as Role);
  allow(stack, resources.authenticatedUserIamRole, 'MemberPolicy', memberStatements(arns));
  allow(stack, resources.unauthenticatedUserIamRole, 'GuestPolicy', guestStatements(arns));
  letJoinByDomain(postConfirmation, resources.userPool, settings);
}
