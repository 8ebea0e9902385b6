import { call, denied, event, type Sample } from './sample';

const alarm = (value: string) =>
  event('aws.cloudwatch', 'CloudWatch Alarm State Change', {
    alarmName: 'checkout-slow',
    state: { value },
  });
const health = (eventTypeCategory: string, statusCode: string) =>
  event('aws.health', 'AWS Health Event', { service: 'EC2', eventTypeCategory, statusCode });

/** Alarms, notices of AWS, cost. */
export const OPERATIONS: readonly Sample[] = [
  {
    rule: 'alarm-goes-off',
    catches: [alarm('ALARM')],
    misses: [[event('aws.cloudwatch', 'CloudWatch Alarm Configuration Change', {}), null]],
  },
  {
    rule: 'alarm-clears',
    catches: [alarm('OK')],
    misses: [[event('shop', 'CloudWatch Alarm State Change', { state: { value: 'OK' } }), null]],
  },
  {
    rule: 'alarm-lacks-data',
    catches: [alarm('INSUFFICIENT_DATA')],
    misses: [[alarm('ALARM'), 'alarm-goes-off']],
  },
  {
    rule: 'aws-has-an-issue',
    catches: [
      health('issue', 'open'),
      event('aws.health', 'AWS Health Event', { service: 'EC2', eventTypeCategory: 'issue' }),
    ],
    misses: [[health('issue', 'closed'), 'aws-gives-notice']],
  },
  {
    rule: 'aws-gives-notice',
    catches: [health('scheduledChange', 'upcoming')],
    misses: [[event('shop', 'AWS Health Event', { statusCode: 'upcoming' }), null]],
  },
  {
    rule: 'insight-opens',
    catches: [
      event('aws.devops-guru', 'DevOps Guru New Insight Open', { insightSeverity: 'high' }),
    ],
    misses: [[event('aws.devops-guru', 'DevOps Guru Insight Closed', {}), null]],
  },
  {
    rule: 'cost-jumps',
    catches: [
      event('aws.ce', 'Anomaly Detected', { impact: { totalImpact: 120 } }),
      event('aws.budgets', 'Budget Notification', { subject: 'AWS Budgets: month' }),
    ],
    misses: [[call('ce', 'GetCostAndUsage'), null]],
  },
  {
    rule: 'advice-is-refreshed',
    catches: [
      event('aws.trustedadvisor', 'Trusted Advisor Check Item Refresh Notification', {
        status: 'WARN',
      }),
    ],
    misses: [[call('support', 'DescribeTrustedAdvisorChecks'), null]],
  },
  {
    rule: 'command-runs',
    catches: [
      event('aws.ssm', 'EC2 Command Status-change Notification', { status: 'Success' }),
      call('ssm', 'SendCommand', denied),
    ],
    misses: [[call('ssm-incidents', 'StartIncident'), null]],
  },
];
