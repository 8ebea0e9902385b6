import { describe, expect, it } from 'vitest';
import type { Json } from '../aws-event';
import { inSns, momentLine, readingLine } from '../fixtures/reading-line';

const arn = (rest: string) => `arn:aws:${rest}`;
const FUNCTION = arn('lambda:eu-north-1:210987654321:function:orders-worker:$LATEST');
const ALARM = arn('cloudwatch:eu-north-1:210987654321:alarm:queue-too-long');
const STACK = arn('cloudformation:eu-north-1:210987654321:stack/shop/7a1c');

/** Each row: what it is, the body, when and how known, and what is read out of it. */
const rows: [string, Json, string, string][] = [
  [
    'a destination of a function that succeeded',
    {
      version: '1.0',
      timestamp: '2025-05-06T07:08:00.000Z',
      requestContext: { requestId: 'r-1', functionArn: FUNCTION, condition: 'Success' },
      requestPayload: {},
      responseContext: { statusCode: 200 },
    },
    '2025-05-06T07:08:00.000Z r-1',
    `lambda | Lambda Function Invocation Result - Success | 210987654321 | eu-north-1 | ${FUNCTION} | orders-worker | success (detail.requestContext.condition)`,
  ],
  [
    'a destination of a function that failed',
    {
      timestamp: '2025-05-06T07:08:00.000Z',
      requestContext: { requestId: 'r-2', functionArn: FUNCTION, condition: 'RetriesExhausted' },
      responseContext: { statusCode: 200, functionError: 'Unhandled' },
    },
    '2025-05-06T07:08:00.000Z r-2',
    `lambda | Lambda Function Invocation Result - Failure | 210987654321 | eu-north-1 | ${FUNCTION} | orders-worker | error (detail.requestContext.condition)`,
  ],
  [
    'an alarm by SNS, as it always was',
    inSns({
      AlarmName: 'queue-too-long',
      AlarmArn: ALARM,
      AWSAccountId: '210987654321',
      NewStateValue: 'INSUFFICIENT_DATA',
      StateChangeTime: '2025-05-06T07:08:00.000+0000',
    }),
    '2025-05-06T07:08:00.000Z mended',
    `aws.cloudwatch | CloudWatch Alarm State Change | 210987654321 | eu-north-1 | ${ALARM} | queue-too-long | warning (detail.state.value)`,
  ],
  [
    'an alarm that calls a function',
    {
      source: 'aws.cloudwatch',
      alarmArn: ALARM,
      accountId: '210987654321',
      time: '2025-05-06T07:08:00.000+0000',
      region: 'eu-north-1',
      alarmData: { alarmName: 'queue-too-long', state: { value: 'ALARM' } },
    },
    '2025-05-06T07:08:00.000Z mended',
    `aws.cloudwatch | CloudWatch Alarm State Change | 210987654321 | eu-north-1 | ${ALARM} | queue-too-long | error (detail.state.value)`,
  ],
  [
    'a notice of Auto Scaling',
    inSns({
      Event: 'autoscaling:EC2_INSTANCE_LAUNCH_ERROR',
      AccountId: '210987654321',
      AutoScalingGroupName: 'web',
      AutoScalingGroupARN: arn('autoscaling:eu-north-1:210987654321:autoScalingGroup:6f:web'),
      EC2InstanceId: 'i-0a1b',
      Time: '2025-05-06T07:08:00.000Z',
    }),
    '2025-05-06T07:08:00.000Z mended',
    'aws.autoscaling | EC2 Instance Launch Unsuccessful | 210987654321 | eu-north-1 | arn:aws:autoscaling:eu-north-1:210987654321:autoScalingGroup:6f:web | i-0a1b | error (detail-type)',
  ],
  [
    'a notice of RDS',
    inSns({
      'Event Source': 'db-instance',
      'Event Time': '2025-05-06 07:08:00.000',
      'Source ID': 'ledger',
      'Source ARN': arn('rds:eu-north-1:210987654321:db:ledger'),
      'Event ID': 'https://docs.aws.example/USER_Events.html#RDS-EVENT-0031',
      'Event Message': 'DB instance put into incompatible state',
    }),
    '2025-05-06T07:08:00.000Z mended',
    'aws.rds | RDS DB Instance Event | 210987654321 | eu-north-1 | arn:aws:rds:eu-north-1:210987654321:db:ledger | ledger | error (detail.EventCategories)',
  ],
  [
    'a notice of Redshift',
    inSns({
      'Event Source': 'cluster',
      Resource: 'sales',
      'Event Time': '2025-05-06 07:08',
      Severity: 'INFO',
      'Event Message': 'A snapshot was taken',
    }),
    'mended mended',
    'aws.redshift | Redshift Cluster Event |  |  |  | sales | neutral',
  ],
  [
    'a notice of ElastiCache',
    inSns({ 'ElastiCache:FailoverComplete': 'sessions' }),
    'mended mended',
    'aws.elasticache | ElastiCache Notification |  |  |  | sessions | warning (detail.event)',
  ],
  [
    'a notice of a budget',
    inSns('AWS Budget Notification\n\nBudget Name: monthly\nBudget Type: Cost', {
      Subject: 'AWS Budgets: monthly has exceeded your alert threshold',
    }),
    '2025-05-06T07:08:05.000Z b1f4-sns',
    'aws.budgets | Budget Notification |  |  |  | monthly | warning (detail-type)',
  ],
  [
    'a notice of Elastic Beanstalk',
    inSns(
      'Timestamp: Tue May 06 07:08:00 UTC 2025\nMessage: Environment health has transitioned from Ok to Severe.\n\nEnvironment: shop-prod',
      { Subject: 'AWS Elastic Beanstalk Notification - Environment health' },
    ),
    '2025-05-06T07:08:00.000Z b1f4-sns',
    'aws.elasticbeanstalk | Elastic Beanstalk Notification |  |  |  | shop-prod | error (detail.Message)',
  ],
  [
    'a notice of CloudFormation',
    inSns(
      `StackId='${STACK}'\nTimestamp='2025-05-06T07:08:00.000Z'\nResourceType='AWS::CloudFormation::Stack'\nResourceStatus='ROLLBACK_COMPLETE'\n`,
    ),
    '2025-05-06T07:08:00.000Z b1f4-sns',
    `aws.cloudformation | CloudFormation Stack Status Change | 210987654321 | eu-north-1 | ${STACK} | shop | error (detail.ResourceStatus)`,
  ],
  [
    'a notice of CodeDeploy',
    inSns({
      region: 'eu-north-1',
      accountId: '210987654321',
      applicationName: 'shop',
      deploymentId: 'd-1',
      deploymentGroupName: 'prod',
      createTime: 'Tue May 06 07:08:00 UTC 2025',
      status: 'SUCCEEDED',
    }),
    '2025-05-06T07:08:00.000Z mended',
    'aws.codedeploy | CodeDeploy Deployment State-change Notification | 210987654321 | eu-north-1 |  | shop | success (detail.status)',
  ],
  [
    'a notice of Config',
    inSns({
      messageType: 'ComplianceChangeNotification',
      notificationCreationTime: '2025-05-06T07:08:00.000Z',
      configRuleName: 'no-public-buckets',
      awsAccountId: '210987654321',
      awsRegion: 'eu-north-1',
      newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
    }),
    '2025-05-06T07:08:00.000Z mended',
    'aws.config | Config Rules Compliance Change | 210987654321 | eu-north-1 |  | no-public-buckets | warning (detail.newEvaluationResult.complianceType)',
  ],
  [
    'a bounce of SES',
    inSns({
      notificationType: 'Bounce',
      bounce: { bounceType: 'Transient' },
      mail: {
        messageId: 'mail-1',
        timestamp: '2025-05-06T07:08:00.000Z',
        source: 'shop@example.org',
        sourceArn: arn('ses:eu-north-1:210987654321:identity/example.org'),
        sendingAccountId: '210987654321',
      },
    }),
    '2025-05-06T07:08:00.000Z mail-1',
    'aws.ses | Email Bounced | 210987654321 | eu-north-1 | arn:aws:ses:eu-north-1:210987654321:identity/example.org | shop@example.org | warning (detail.bounce.bounceType)',
  ],
  [
    'a cost anomaly',
    inSns({
      accountId: '210987654321',
      anomalyId: 'a-1',
      anomalyScore: { maxScore: 0.9 },
      impact: { totalImpact: 300 },
      anomalyEndDate: '2025-05-06T00:00:00Z',
    }),
    '2025-05-06T00:00:00.000Z mended',
    'aws.ce | Anomaly Detected | 210987654321 |  |  | Anomaly Detected | warning (detail-type)',
  ],
];

describe('a notice of a service', () => {
  it.each(rows)('%s', (_name, body, moment, line) => {
    expect(readingLine(body)).toBe(line);
    expect(momentLine(body)).toBe(moment);
  });
});
