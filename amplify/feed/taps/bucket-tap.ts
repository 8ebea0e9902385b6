import { Aws, Stack } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * Has buckets that are there already send their object events to EventBridge, and ends that on removal. The switch is
 * part of a bucket's notifications, which CloudFormation sets only on buckets that it makes: the CDK's own function
 * does it, and keeps the notifications that a bucket has.
 */
export function bucketTap(scope: Construct, names: readonly string[]): void {
  for (const name of names)
    Bucket.fromBucketName(scope, `Bucket-${name}`, name).enableEventBridgeNotification();
  if (names.length > 0) narrow(Stack.of(scope), names);
}

/** The CDK lets its function change the notifications of every bucket; ours may change those of the named ones. */
function narrow(stack: Stack, names: readonly string[]): void {
  const arns = names.map((name) => `arn:${Aws.PARTITION}:s3:::${name}`);
  const handler = stack.node.children.find(({ node }) =>
    node.id.startsWith('BucketNotificationsHandler'),
  );
  for (const found of handler?.node.findAll() ?? [])
    if (found instanceof CfnPolicy)
      for (const index of statementsOf(found).keys())
        found.addPropertyOverride(`PolicyDocument.Statement.${index}.Resource`, arns);
}

function statementsOf(policy: CfnPolicy): readonly unknown[] {
  const document = Stack.of(policy).resolve(policy.policyDocument) as { Statement: unknown[] };
  return document.Statement;
}
