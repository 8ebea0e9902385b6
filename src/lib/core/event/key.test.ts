import { describe, expect, it } from 'vitest';
import type { JsonObject } from './aws-event';
import { bridgeEvent, only, trailRecord } from './fixtures/bodies';
import { resourceName } from './resource-name';

const arn = (rest: string) => `arn:aws:${rest}`;

const FUNCTION = arn('lambda:eu-north-1:210987654321:function:orders-worker');

/** Each row: one resource by several routes. */
const routes: [string, JsonObject[]][] = [
  [
    'invoices',
    [
      bridgeEvent({ source: 'aws.s3', detail: { bucket: { name: 'invoices' } } }),
      bridgeEvent({ source: 'aws.s3', resources: [arn('s3:::invoices')] }),
      trailRecord({ requestParameters: { bucketName: 'invoices', key: 'a' } }),
    ],
  ],
  [
    'resize',
    [
      trailRecord({
        eventSource: 'lambda.amazonaws.com',
        eventName: 'Invoke',
        requestParameters: {
          functionName: arn('lambda:eu-north-1:210987654321:function:resize:live'),
        },
      }),
      trailRecord({
        eventSource: 'lambda.amazonaws.com',
        eventName: 'Invoke',
        requestParameters: { functionName: 'resize' },
      }),
      bridgeEvent({
        source: 'lambda',
        resources: [arn('lambda:eu-north-1:210987654321:function:resize:$LATEST')],
      }),
    ],
  ],
  [
    'i-0a1b2c',
    [
      bridgeEvent({ source: 'aws.ec2', detail: { 'instance-id': 'i-0a1b2c', state: 'running' } }),
      trailRecord({
        eventName: 'StopInstances',
        requestParameters: { instancesSet: { items: [{ instanceId: 'i-0a1b2c' }] } },
      }),
      trailRecord({
        eventName: 'RunInstances',
        requestParameters: { instanceType: 't3.nano' },
        responseElements: { instancesSet: { items: [{ instanceId: 'i-0a1b2c' }] } },
      }),
    ],
  ],
  [
    'db-login',
    [
      trailRecord({ eventName: 'GetSecretValue', requestParameters: { secretId: 'db-login' } }),
      trailRecord({
        eventName: 'GetSecretValue',
        requestParameters: {
          secretId: arn('secretsmanager:eu-north-1:210987654321:secret:db-login-Ab12Cd'),
        },
      }),
    ],
  ],
  [
    'jobs',
    [
      trailRecord({
        eventName: 'PurgeQueue',
        requestParameters: { queueUrl: 'https://sqs.eu-north-1.amazonaws.com/210987654321/jobs' },
      }),
      bridgeEvent({ resources: [arn('sqs:eu-north-1:210987654321:jobs')] }),
    ],
  ],
  [
    'orders-worker',
    [
      { requestContext: { functionArn: FUNCTION, condition: 'Success' } },
      { logGroup: '/aws/lambda/orders-worker', logStream: 's', message: 'x', id: 'l' },
      bridgeEvent({ source: 'aws.lambda', resources: [`${FUNCTION}:live`] }),
      trailRecord({ eventName: 'Invoke', requestParameters: { functionName: 'orders-worker' } }),
      trailRecord({
        eventName: 'PutRetentionPolicy',
        requestParameters: { logGroupName: '/aws/lambda/orders-worker' },
      }),
    ],
  ],
  [
    'web',
    [
      bridgeEvent({ source: 'aws.ecs', detail: { group: 'service:web', lastStatus: 'RUNNING' } }),
      bridgeEvent({ source: 'aws.ecs', resources: [arn('ecs:eu-north-1:1:service/main/web')] }),
      trailRecord({
        eventName: 'UpdateService',
        requestParameters: { service: 'web', cluster: 'm' },
      }),
    ],
  ],
  [
    'ledger',
    [
      { 'Event Source': 'db-instance', 'Source ID': 'ledger', 'Event Message': 'backed up' },
      bridgeEvent({ source: 'aws.rds', detail: { SourceIdentifier: 'ledger' } }),
      trailRecord({ requestParameters: { dBInstanceIdentifier: 'ledger' } }),
      bridgeEvent({
        source: 'aws.backup',
        detail: { resourceArn: arn('rds:eu-north-1:1:db:ledger') },
      }),
    ],
  ],
  [
    'a1b2c3',
    [
      { requestContext: { apiId: 'a1b2c3' }, httpMethod: 'GET' },
      { apiId: 'a1b2c3', httpMethod: 'GET', status: 200 },
      { logGroup: 'API-Gateway-Execution-Logs_a1b2c3/prod', message: 'x' },
      trailRecord({ requestParameters: { stageName: 'prod', restApiId: 'a1b2c3' } }),
      bridgeEvent({ resources: [arn('apigateway:eu-north-1::/restapis/a1b2c3/stages/prod')] }),
    ],
  ],
  [
    'i-0a1b2c',
    [
      bridgeEvent({ detail: { EC2InstanceId: 'i-0a1b2c', AutoScalingGroupName: 'web' } }),
      {
        Event: 'autoscaling:EC2_INSTANCE_LAUNCH',
        AutoScalingGroupName: 'w',
        EC2InstanceId: 'i-0a1b2c',
      },
      bridgeEvent({ detail: { resource: { instanceDetails: { instanceId: 'i-0a1b2c' } } } }),
      bridgeEvent({
        detail: { affectedEntities: [{ entityValue: 'i-0a1b2c' }], eventTypeCode: 'X' },
      }),
      bridgeEvent({
        detail: { findings: [{ Resources: [{ Id: arn('ec2:eu-north-1:1:instance/i-0a1b2c') }] }] },
      }),
    ],
  ],
  [
    'clicks',
    [
      {
        kinesis: { data: btoa('x') },
        eventSourceARN: arn('kinesis:eu-north-1:1:stream/clicks'),
      },
      trailRecord({
        eventName: 'PutRecord',
        requestParameters: { streamName: 'clicks', partitionKey: 'p' },
      }),
    ],
  ],
];

describe('the key of an event', () => {
  it.each(routes)('is %s by every route', (key, bodies) => {
    for (const body of bodies) expect(only(body).key).toBe(key);
  });

  it('is the principal where a call names no resource', () => {
    expect(only(trailRecord({ eventName: 'ListBuckets', requestParameters: null })).key).toBe(
      'mira',
    );
  });

  it('is the detail-type where nothing has a name', () => {
    expect(only(bridgeEvent({})).key).toBe('Order Placed');
  });
});

describe('the name in an ARN', () => {
  it.each([
    [arn('dynamodb:eu-north-1:1:table/carts/index/by-user'), 'carts'],
    [arn('sns:eu-north-1:1:orders:0b7c'), 'orders'],
    [arn('logs:eu-north-1:1:log-group:web:*'), 'web'],
    [arn('states:eu-north-1:1:execution:checkout:42'), 'checkout'],
    [arn('ecs:eu-north-1:1:service/main/web'), 'web'],
    [arn('elasticloadbalancing:eu-north-1:1:loadbalancer/app/front/50dc'), 'front'],
    [arn('sts::1:assumed-role/deployer/session'), 'deployer'],
    [arn('elasticloadbalancing:eu-north-1:1:targetgroup/web/6d0e'), 'web'],
    [arn('ecr:eu-north-1:1:repository/shop/web'), 'shop/web'],
    [arn('ssm:eu-north-1:1:parameter/shop/url'), '/shop/url'],
    [arn('eks:eu-north-1:1:nodegroup/main/spot/0f'), 'main'],
    [arn('logs:eu-north-1:1:log-group:/aws/lambda/resize:*'), 'resize'],
    [arn('execute-api:eu-north-1:1:a1b2c3/prod/GET/carts'), 'a1b2c3'],
    ['app/front/50dc6c', 'front'],
    ['/shop/api', '/shop/api'],
    ['not an arn', 'not an arn'],
    ['arn:', 'arn:'],
  ])('%s is %s', (text, name) => expect(resourceName(text)).toBe(name));
});
