import { describe, expect, it } from 'vitest';
import type { JsonObject } from './aws-event';
import { bridgeEvent, only, trailRecord } from './fixtures/bodies';
import { plainText } from './plain-text';
import { titleOf } from './title-of';

const titled: [string, JsonObject][] = [
  [
    'checkout-api-5xx in ALARM',
    bridgeEvent({
      'detail-type': 'CloudWatch Alarm State Change',
      detail: { alarmName: 'checkout-api-5xx', state: { value: 'ALARM' } },
    }),
  ],
  [
    'checkout-api-5xx is OK again',
    bridgeEvent({
      'detail-type': 'CloudWatch Alarm State Change',
      detail: { alarmName: 'checkout-api-5xx', state: { value: 'OK' } },
    }),
  ],
  ['PutObject: invoices', trailRecord({})],
  ['PutObject refused', trailRecord({ errorCode: 'AccessDenied' })],
  ['PutObject throttled', trailRecord({ errorCode: 'ThrottlingException' })],
  [
    'CreateVpc over a limit',
    trailRecord({ eventName: 'CreateVpc', errorCode: 'Client.VpcLimitExceeded' }),
  ],
  ['PutObject failed', trailRecord({ errorCode: 'NoSuchBucket' })],
  [
    'Sign-in of mira failed',
    trailRecord({
      eventName: 'ConsoleLogin',
      requestParameters: null,
      responseElements: { ConsoleLogin: 'Failure' },
    }),
  ],
  [
    'i-0a1b is stopping',
    bridgeEvent({
      'detail-type': 'EC2 Instance State-change Notification',
      detail: { 'instance-id': 'i-0a1b', state: 'stopping' },
    }),
  ],
  [
    'Object created in invoices',
    bridgeEvent({ 'detail-type': 'Object Created', detail: { bucket: { name: 'invoices' } } }),
  ],
  [
    'shop failed',
    bridgeEvent({
      'detail-type': 'CodePipeline Pipeline Execution State Change',
      detail: { pipeline: 'shop', state: 'FAILED' },
    }),
  ],
  [
    'orders-worker failed',
    {
      requestContext: {
        functionArn: 'arn:aws:lambda:eu-north-1:1:function:orders-worker',
        condition: 'RetriesExhausted',
      },
    },
  ],
  [
    'shop: Deploy failed',
    bridgeEvent({
      'detail-type': 'CodePipeline Stage Execution State Change',
      detail: { pipeline: 'shop', stage: 'Deploy', state: 'FAILED' },
    }),
  ],
  [
    'shop-build succeeded',
    bridgeEvent({
      'detail-type': 'CodeBuild Build State Change',
      detail: { 'project-name': 'shop-build', 'build-status': 'SUCCEEDED' },
    }),
  ],
  [
    'shop started',
    bridgeEvent({
      'detail-type': 'CodeDeploy Deployment State-change Notification',
      detail: { application: 'shop', state: 'START' },
    }),
  ],
  [
    'web failed to deploy',
    bridgeEvent({
      'detail-type': 'ECS Deployment State Change',
      resources: ['arn:aws:ecs:eu-north-1:1:service/main/web'],
      detail: { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED' },
    }),
  ],
  [
    'web task failed with exit code 137',
    bridgeEvent({
      'detail-type': 'ECS Task State Change',
      detail: { group: 'service:web', lastStatus: 'STOPPED', containers: [{ exitCode: 137 }] },
    }),
  ],
  [
    'checkout timed out',
    bridgeEvent({
      'detail-type': 'Step Functions Execution Status Change',
      detail: {
        stateMachineArn: 'arn:aws:states:eu-north-1:1:stateMachine:checkout',
        status: 'TIMED_OUT',
        error: 'States.Timeout',
      },
    }),
  ],
  [
    'i-0a1b: SSHBruteForce',
    bridgeEvent({
      'detail-type': 'GuardDuty Finding',
      detail: {
        type: 'UnauthorizedAccess:EC2/SSHBruteForce',
        severity: 8,
        resource: { instanceDetails: { instanceId: 'i-0a1b' } },
      },
    }),
  ],
  [
    'orders-worker: Task timed out after 3.00 seconds',
    { logGroup: '/aws/lambda/orders-worker', message: 'Task timed out after 3.00 seconds' },
  ],
  [
    'a1b2c3 answered 502: GET /carts',
    { apiId: 'a1b2c3', httpMethod: 'GET', path: '/carts', status: '502' },
  ],
  [
    'jobs: ship it',
    { eventSource: 'aws:sqs', eventSourceARN: 'arn:aws:sqs:eu-north-1:1:jobs', body: 'ship it' },
  ],
  [
    'example.org: Certificate Expired',
    bridgeEvent({
      'detail-type': 'ACM Certificate Expired',
      resources: ['arn:aws:acm:eu-north-1:1:certificate/0f'],
      detail: { CommonName: 'example.org' },
    }),
  ],
  [
    'no-public-buckets is non compliant',
    bridgeEvent({
      'detail-type': 'Config Rules Compliance Change',
      detail: {
        configRuleName: 'no-public-buckets',
        newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
      },
    }),
  ],
  [
    'MediaConvert Job completed',
    bridgeEvent({ 'detail-type': 'MediaConvert Job State Change', detail: { status: 'COMPLETE' } }),
  ],
  ['ListKeys', trailRecord({ eventName: 'ListKeys', requestParameters: null, userIdentity: {} })],
  ['Order Placed', bridgeEvent({})],
];

describe('the title of an event', () => {
  it.each(titled)('%s', (title, body) => expect(titleOf(only(body))).toBe(title));
});

describe('plain text', () => {
  it('cuts with an ellipsis, and never inside a character', () => {
    expect(plainText('abcdef', 4)).toBe('abc…');
    expect(plainText('ab😀def', 4)).toBe('ab…');
    expect(plainText('abcd', 4)).toBe('abcd');
  });
});
