import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { QUEUE_READING } from '../queue-reading';
import { listenerRoleName, type ResourceArns } from '../resource-arns';

/** Roles that are assumed by a role last an hour at most (STS, role chaining). */
const LONGEST = Duration.hours(1);

/**
 * The role whose credentials a listener gets. It may read every listener's queue; the session policy that `join-share`
 * adds leaves one of them. Only `join-share` may assume it.
 */
export function listenerRole(
  scope: Construct,
  prefix: string,
  arns: ResourceArns,
  joinShare: IFunction,
): Role {
  const role = new Role(scope, 'ListenerRole', {
    roleName: listenerRoleName(prefix),
    assumedBy: joinShare.grantPrincipal,
    maxSessionDuration: LONGEST,
  });
  role.addToPolicy(
    new PolicyStatement({
      sid: 'ReadListenerQueues',
      actions: [...QUEUE_READING],
      resources: [arns.listenerQueue('*')],
    }),
  );
  return role;
}
