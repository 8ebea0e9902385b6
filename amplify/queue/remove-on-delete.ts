import { CustomResource, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/**
 * Has a function called when the stack is deleted, while the function and its rights are still there: it removes the
 * queues and topics that were made at run time, so that nothing billable is left.
 */
export function removeOnDelete(scope: Construct, teardown: IFunction): CustomResource {
  const resource = new CustomResource(scope, 'Leftovers', {
    serviceToken: teardown.functionArn,
    resourceType: 'Custom::Leftovers',
    removalPolicy: RemovalPolicy.DESTROY,
  });
  if (teardown.role) resource.node.addDependency(teardown.role);
  return resource;
}
