import { PolicyStatement, Policy, Role } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { TappedFunction } from '../../settings';

/**
 * Has the outcome of a function's asynchronous invocations sent to the feed. The function's own role publishes, so it
 * gets the right to, and AWS looks for it when the destination is set.
 */
export function functionTap(
  scope: Construct,
  id: string,
  { name, role, on }: TappedFunction,
  feed: Topic,
): CfnEventInvokeConfig {
  const right = new Policy(scope, `${id}Right`, {
    roles: [Role.fromRoleName(scope, `${id}Role`, role)],
    statements: [
      new PolicyStatement({
        sid: 'TellTheFeed',
        actions: ['sns:Publish'],
        resources: [feed.topicArn],
      }),
    ],
  });
  const destination = { destination: feed.topicArn };
  const config = new CfnEventInvokeConfig(scope, id, {
    functionName: name,
    qualifier: '$LATEST',
    destinationConfig: {
      ...(on !== 'failure' && { onSuccess: destination }),
      ...(on !== 'success' && { onFailure: destination }),
    },
  });
  config.node.addDependency(right);
  return config;
}
