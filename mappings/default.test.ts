import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../src/lib/core/event/aws-event';
import { bridgeEvent, only, trailRecord } from '../src/lib/core/event/fixtures/bodies';
import { cueOf } from '../src/lib/core/mapping/cue-of';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { matchRule } from '../src/lib/core/mapping/mapping';
import standard from './default.json';

const mapping = loadMapping(standard);

const event = (source: string, detailType: string, detail: JsonObject) =>
  bridgeEvent({ source, 'detail-type': detailType, detail });
const call = (service: string, eventName: string, more: JsonObject = {}) =>
  trailRecord({ eventSource: `${service}.amazonaws.com`, eventName, ...more });
const alarm = (value: string) =>
  event('aws.cloudwatch', 'CloudWatch Alarm State Change', { alarmName: 'slow', state: { value } });
const pipeline = (state: string) =>
  event('aws.codepipeline', 'CodePipeline Pipeline Execution State Change', {
    pipeline: 'shop',
    state,
  });
const machine = (state: string) =>
  event('aws.ec2', 'EC2 Instance State-change Notification', { 'instance-id': 'i-1', state });
const change = (eventName: string) =>
  event('Pipe carts', 'Event from aws:dynamodb', {
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: {},
  });
const denied = { errorCode: 'AccessDenied' };

/** Each row: an event, and the rule, voice, figure and motion that it gets. */
const heard: [JsonObject, string | null, string, string, string][] = [
  [alarm('ALARM'), 'alarm-goes-off', 'alarm', 'alarm', 'level'],
  [alarm('OK'), 'alarm-clears', 'alarm', 'alarm-ok', 'level'],
  [alarm('INSUFFICIENT_DATA'), 'alarm-lacks-data', 'glass', 'warning', 'level'],
  [pipeline('SUCCEEDED'), 'deploy-succeeds', 'major', 'deploy', 'level'],
  [pipeline('FAILED'), 'deploy-fails', 'minor', 'error', 'level'],
  [pipeline('STARTED'), null, 'reed', 'plain', 'up'],
  [
    event('aws.codedeploy', 'CodeDeploy Deployment State-change Notification', {
      state: 'SUCCESS',
    }),
    'deploy-succeeds',
    'major',
    'deploy',
    'level',
  ],
  [
    event('aws.codedeploy', 'CodeDeploy Deployment State-change Notification', {
      state: 'FAILURE',
    }),
    'deploy-fails',
    'minor',
    'error',
    'level',
  ],
  [
    event('aws.codebuild', 'CodeBuild Build State Change', { 'build-status': 'SUCCEEDED' }),
    'deploy-succeeds',
    'major',
    'deploy',
    'level',
  ],
  [
    event('aws.codebuild', 'CodeBuild Build State Change', { 'build-status': 'TIMED_OUT' }),
    'deploy-fails',
    'minor',
    'error',
    'level',
  ],
  [
    event('aws.amplify', 'Amplify Deployment Status Change', { jobStatus: 'SUCCEED' }),
    'deploy-succeeds',
    'major',
    'deploy',
    'level',
  ],
  [
    event('aws.ecs', 'ECS Deployment State Change', {
      eventName: 'SERVICE_DEPLOYMENT_FAILED',
      eventType: 'ERROR',
    }),
    'deploy-fails',
    'minor',
    'error',
    'level',
  ],
  [
    event('github', 'workflow_run', { workflow_run: { conclusion: 'success' } }),
    'ci-succeeds',
    'major',
    'deploy',
    'level',
  ],
  [
    event('github', 'workflow_run', { workflow_run: { conclusion: 'failure' } }),
    'ci-fails',
    'minor',
    'error',
    'level',
  ],
  [
    event('github', 'workflow_run', { workflow_run: { conclusion: null } }),
    null,
    'reed',
    'plain',
    'level',
  ],
  [
    event('tap.requests', 'access', { httpMethod: 'GET', status: '502' }),
    'request-ends-in-5xx',
    'minor',
    'error',
    'level',
  ],
  [
    event('tap.requests', 'access', { httpMethod: 'GET', statusCode: 599 }),
    'request-ends-in-5xx',
    'minor',
    'error',
    'level',
  ],
  [event('shop', 'count', { total: 502 }), null, 'reed', 'plain', 'level'],
  [
    event('tap.logs', 'line', { level: 'ERROR', message: 'no' }),
    'error-is-logged',
    'minor',
    'error',
    'level',
  ],
  [event('tap.logs', 'line', { level: 'INFO', message: 'ERROR' }), null, 'reed', 'plain', 'level'],
  [call('lambda', 'Invoke'), 'function-is-invoked', 'pluck', 'plain', 'up'],
  [call('lambda', 'Invoke', denied), 'function-is-invoked', 'minor', 'error', 'up'],
  [
    call('lambda', 'Invoke', { errorCode: 'TooManyRequestsException' }),
    'function-is-invoked',
    'pluck',
    'warning',
    'up',
  ],
  [call('lambda', 'ListFunctions'), null, 'mallet', 'plain', 'level'],
  [
    event('lambda', 'Lambda Function Invocation Result - Success', {}),
    'function-is-invoked',
    'pluck',
    'plain',
    'level',
  ],
  [
    event('lambda', 'Lambda Function Invocation Result - Failure', {}),
    'function-is-invoked',
    'minor',
    'error',
    'level',
  ],
  [
    event('aws.s3', 'Object Created', { bucket: { name: 'b' } }),
    'object-is-uploaded',
    'piano',
    'plain',
    'up',
  ],
  [event('aws.s3', 'Object Deleted', { bucket: { name: 'b' } }), null, 'keys', 'plain', 'down'],
  [call('s3', 'PutObject'), 'object-is-uploaded', 'piano', 'plain', 'up'],
  [call('s3', 'PutObject', denied), 'object-is-uploaded', 'minor', 'error', 'up'],
  [call('s3', 'CompleteMultipartUpload'), 'object-is-uploaded', 'piano', 'plain', 'level'],
  [call('s3', 'GetObject'), null, 'keys', 'plain', 'level'],
  [change('INSERT'), 'table-changes', 'kit', 'plain', 'up'],
  [change('MODIFY'), 'table-changes', 'kit', 'plain', 'level'],
  [change('REMOVE'), 'table-changes', 'kit', 'plain', 'down'],
  [call('dynamodb', 'UpdateItem'), 'table-changes', 'kit', 'plain', 'level'],
  [call('dynamodb', 'CreateTable'), null, 'keys', 'plain', 'up'],
  [machine('running'), 'machine-starts-or-stops', 'bass', 'plain', 'up'],
  [machine('terminated'), 'machine-starts-or-stops', 'bass', 'plain', 'down'],
  [call('ec2', 'RunInstances'), 'machine-starts-or-stops', 'bass', 'plain', 'up'],
  [call('ec2', 'DescribeInstances'), null, 'mallet', 'plain', 'level'],
  [
    event('tap.requests', 'access', { httpMethod: 'GET', status: '200' }),
    'request-arrives',
    'snare',
    'plain',
    'level',
  ],
  [
    event('tap.requests', 'access', { routeKey: 'GET /carts', status: 429 }),
    'request-arrives',
    'snare',
    'warning',
    'level',
  ],
  [event('shop', 'order', { status: 'paid' }), null, 'reed', 'plain', 'level'],
];

describe('the default mapping', () => {
  it.each(heard)('%j', (body, rule, voice, figure, motion) => {
    const read = only(body);
    const match = matchRule(mapping, read);
    const cue = cueOf(read, match?.rule ?? null);
    expect([match?.rule.id ?? null, cue.voice, cue.figure, cue.motion]).toEqual([
      rule,
      voice,
      figure,
      motion,
    ]);
  });

  it('sounds the pad while nothing happens', () => {
    expect(mapping.idle.voice).toBe('pad');
  });
});
