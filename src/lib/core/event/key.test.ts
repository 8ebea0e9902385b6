import { describe, expect, it } from 'vitest';
import type { JsonObject } from './aws-event';
import { bridgeEvent, only, trailRecord } from './fixtures/bodies';
import { resourceName } from './resource-name';

const arn = (rest: string) => `arn:aws:${rest}`;

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
    ['not an arn', 'not an arn'],
    ['arn:', 'arn:'],
  ])('%s is %s', (text, name) => expect(resourceName(text)).toBe(name));
});
