import { Stack } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from '../deployment';
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
export function secureAuth(resources: AuthResources, { arns, settings }: Deployment): void {
  const { cfnUserPool, cfnUserPoolClient, cfnIdentityPool } = resources.cfnResources;
  hardenUserPool(cfnUserPool, settings);
  hardenClient(cfnUserPoolClient);
  hardenIdentityPool(cfnIdentityPool);
  tagPrincipals(Stack.of(cfnIdentityPool), cfnIdentityPool, resources.userPool.userPoolId);
  removeGroupRoles(resources.groups);
  trustSessionTags(resources.authenticatedUserIamRole as Role);
  allow(resources.authenticatedUserIamRole, 'MemberPolicy', memberStatements(arns));
  allow(resources.unauthenticatedUserIamRole, 'GuestPolicy', guestStatements(arns));
}
