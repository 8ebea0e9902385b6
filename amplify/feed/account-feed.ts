import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { accountFeedName } from '../../src/lib/core/cloud/names';
import type { ResourceArns } from '../resource-arns';

/**
 * The topic that the rules of the deployment's own account publish to. SNS cannot encrypt a topic with a key of its
 * own making and without KMS; what passes here is not stored, and is encrypted in the queues.
 */
export function accountFeed(scope: Construct, prefix: string, arns: ResourceArns): Topic {
  const topic = new Topic(scope, 'AccountFeed', {
    topicName: accountFeedName(prefix),
    enforceSSL: true,
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'FromTheRules',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        ArnLike: { 'aws:SourceArn': arns.rules },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
  return topic;
}
