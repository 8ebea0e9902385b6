import { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../settings';
import { allow } from './roles';

/**
 * In an own deployment, who signs up from a named domain becomes a listener. The right stands in a policy of its own:
 * the pool waits for its trigger, and the trigger must not wait for a policy that names the pool.
 */
export function letJoinByDomain(
  postConfirmation: IFunction,
  pool: IUserPool,
  { deployment, allowedDomains }: Pick<Settings, 'deployment' | 'allowedDomains'>,
): void {
  const { role } = postConfirmation;
  if (deployment !== 'own' || allowedDomains.length === 0 || role === undefined) return;
  allow(Stack.of(pool), role, 'JoinByDomain', [
    new PolicyStatement({
      sid: 'AddToGroup',
      actions: ['cognito-idp:AdminAddUserToGroup'],
      resources: [pool.userPoolArn],
    }),
  ]);
}
