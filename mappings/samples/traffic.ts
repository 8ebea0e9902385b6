import { call, event, type Sample } from './sample';

const access = (detail: Record<string, string | number>) =>
  event('taps.requests', 'access', { httpMethod: 'GET', ...detail });
const log = (level: string) => event('taps.logs', 'line', { level, message: 'no' });
const execution = (status: string) =>
  event('aws.states', 'Step Functions Execution Status Change', { name: 'ship', status });

/** Requests, messages, mail, workflows, logs. */
export const TRAFFIC: readonly Sample[] = [
  {
    rule: 'request-arrives',
    catches: [
      access({ status: '200' }),
      access({ routeKey: 'GET /carts', status: 429 }),
      event('aws.apigateway', 'API Gateway WebSocket Message', {}),
    ],
    misses: [
      [event('shop', 'order', { status: 'paid' }), null],
      [call('apigateway', 'CreateDeployment'), null],
    ],
  },
  {
    rule: 'request-ends-in-5xx',
    catches: [
      access({ status: '502' }),
      access({ statusCode: 599 }),
      event('aws.elasticloadbalancing', 'ELB Access Log', { elb_status_code: '503' }),
      event('aws.cloudfront', 'CloudFront Access Log', { 'sc-status': '502' }),
      event('aws.cloudfront', 'CloudFront Request', { response: { status: '504' } }),
    ],
    misses: [
      [event('shop', 'count', { total: 502 }), null],
      [event('shop', 'count', { status: '50 left' }), null],
      [access({ status: 499 }), 'request-arrives'],
      [event('aws.cloudfront', 'CloudFront Access Log', { 'sc-status': '200' }), null],
    ],
  },
  {
    rule: 'error-is-logged',
    catches: [
      log('ERROR'),
      log('fatal'),
      event('aws.logs', 'CloudWatch Logs Log Event', { log_level: 'Critical' }),
    ],
    misses: [
      [event('taps.logs', 'line', { level: 'INFO', message: 'ERROR' }), null],
      [log('WARN'), null],
    ],
  },
  {
    rule: 'balancer-answers',
    catches: [event('aws.elasticloadbalancing', 'ELB Access Log', { elb_status_code: '200' })],
    misses: [[call('globalaccelerator', 'CreateAccelerator'), null]],
  },
  {
    rule: 'name-changes',
    catches: [call('route53', 'ChangeResourceRecordSets')],
    misses: [[call('servicediscovery', 'RegisterInstance'), null]],
  },
  {
    rule: 'workflow-moves-on',
    catches: [execution('SUCCEEDED'), execution('FAILED')],
    misses: [[call('swf', 'StartWorkflowExecution'), null]],
  },
  {
    rule: 'schedule-fires',
    catches: [event('aws.events', 'Scheduled Event', {})],
    misses: [[call('events', 'PutRule'), null]],
  },
  {
    rule: 'mail-bounces',
    catches: [
      event('aws.ses', 'Email Bounced', { eventType: 'Bounce' }),
      event('aws.ses', 'SES Notification', { notificationType: 'Complaint' }),
    ],
    misses: [[event('aws.ses', 'Email Delivered', { eventType: 'Delivery' }), 'mail-moves']],
  },
  {
    rule: 'mail-moves',
    catches: [call('ses', 'SendEmail')],
    misses: [[call('workmail', 'CreateUser'), null]],
  },
  {
    rule: 'message-moves',
    catches: [call('sqs', 'SendMessage'), call('sns', 'Publish')],
    misses: [[call('mq', 'CreateBroker'), null]],
  },
  {
    rule: 'stream-flows',
    catches: [event('aws.kinesis', 'Event from aws:kinesis', { data: 'x' })],
    misses: [[call('kinesisvideo', 'PutMedia'), null]],
  },
];
