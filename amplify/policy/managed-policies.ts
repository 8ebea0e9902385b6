import { readPolicy } from './read-policy';
import type { Policy } from './policy-document';
import { PolicyNotUnderstood } from './policy-error';

/** What AWS's own policies allow, as the "AWS Managed Policy Reference Guide" lists them; those that are used. */
const CONTENTS = new Map<string, readonly string[]>([
  [
    'service-role/AWSLambdaBasicExecutionRole',
    ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  ],
]);

const PREFIX = 'arn:aws:iam::aws:policy/';

/** A policy of AWS's own by its ARN. Throws PolicyNotUnderstood for one that is not listed here. */
export function managedPolicy(arn: string): Policy {
  const actions = CONTENTS.get(arn.startsWith(PREFIX) ? arn.slice(PREFIX.length) : '');
  if (actions === undefined) {
    throw new PolicyNotUnderstood(
      `What ${arn} allows is not known.`,
      'Write the permissions that are needed, or add the policy to managed-policies.ts.',
    );
  }
  return readPolicy(arn, 'identity', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
}
