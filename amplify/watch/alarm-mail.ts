import { Aws } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Sends alarms to a person who may not be listening; AWS asks them by e-mail to confirm first. */
export function mailAlarms(
  scope: Construct,
  prefix: string,
  email: string,
  alarms: readonly Alarm[],
): void {
  const topic = new Topic(scope, 'AlarmMail', { topicName: `${prefix}-alarms`, enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'FromTheAlarms',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  topic.addSubscription(new EmailSubscription(email));
  for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(topic));
}
