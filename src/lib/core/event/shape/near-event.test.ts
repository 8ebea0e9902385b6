import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../aws-event';
import { bridgeEvent, only } from '../fixtures/bodies';
import { inSns, lineOf } from '../fixtures/reading-line';
import { readBody } from '../read-body';

const place = { account: '210987654321', region: 'eu-north-1', time: '2025-05-06T07:08:00Z' };

/** What CodeStar Notifications send of an event. */
function notification(event: JsonObject): JsonObject {
  const left = ['detail-type', 'version', 'id'];
  const kept = Object.entries(event).filter(([name]) => !left.includes(name));
  return {
    ...Object.fromEntries(kept),
    detailType: event['detail-type'] ?? null,
    notificationRuleArn:
      'arn:aws:codestar-notifications:eu-north-1:210987654321:notificationrule/1',
    additionalAttributes: {},
  };
}

const mirrored: [string, string, JsonObject][] = [
  [
    'aws.codepipeline',
    'CodePipeline Pipeline Execution State Change',
    { pipeline: 'shop', state: 'SUCCEEDED' },
  ],
  [
    'aws.codebuild',
    'CodeBuild Build State Change',
    { 'build-status': 'FAILED', 'project-name': 'shop' },
  ],
  [
    'aws.codedeploy',
    'CodeDeploy Deployment State-change Notification',
    { state: 'FAILURE', application: 'shop' },
  ],
  [
    'aws.codecommit',
    'CodeCommit Pull Request State Change',
    { event: 'pullRequestCreated', pullRequestId: '3' },
  ],
];

describe('a CodeStar notification', () => {
  it.each(mirrored)('of %s reads as the event it mirrors', (source, detailType, detail) => {
    const resources = [`arn:aws:${source.slice(4)}:eu-north-1:210987654321:shop`];
    const event = bridgeEvent({ source, 'detail-type': detailType, resources, detail });
    const wanted = only(event);
    for (const body of [notification(event), inSns(notification(event))]) {
      const read = only(body);
      expect(lineOf(read)).toBe(lineOf(wanted));
      expect([read.time, read.mended]).toEqual([wanted.time, ['id']]);
      const { source: from, 'detail-type': kind, detail: inner } = read.envelope;
      expect([from, kind, inner]).toEqual([source, detailType, detail]);
    }
  });
});

/** Each row: the body; source, detail-type, outcome; and what was made up besides id and time. */
const mended: [JsonObject, string, string[]][] = [
  [
    { source: 'aws.rds', detail: { 'db-instance-id': 'ledger', status: 'failed' } },
    'aws.rds|RDS DB Instance Event|error',
    ['detail-type'],
  ],
  [
    { source: 'aws.ec2', detail: { 'instance-id': 'i-0a', state: 'stopped' } },
    'aws.ec2|EC2 Instance State-change Notification|neutral',
    ['detail-type'],
  ],
  [
    { source: 'aws.s3', detail: { bucket: { name: 'b' }, reason: 'DeleteObject' } },
    'aws.s3|Object Deleted|neutral',
    ['detail-type'],
  ],
  [{ source: 'shop.orders', detail: { total: 3 } }, 'shop.orders|Event|neutral', ['detail-type']],
  [
    { ...place, 'detail-type': 'GuardDuty Finding', detail: { severity: 8 } },
    'aws.guardduty|GuardDuty Finding|error',
    ['source'],
  ],
  [
    { ...place, 'detail-type': 'AWS Backup Job Started', detail: {} },
    'aws.backup|AWS Backup Job Started|neutral',
    ['source'],
  ],
  [
    { ...place, 'detail-type': 'Security Hub Insight Results', detail: {} },
    'aws.securityhub|Security Hub Insight Results|neutral',
    ['source'],
  ],
  [
    { ...place, 'detail-type': 'Order Placed', detail: {} },
    'unknown|Order Placed|neutral',
    ['source'],
  ],
  [
    { ...place, detail: { eventSource: 'iam.amazonaws.com', eventName: 'CreateUser' } },
    'aws.iam|AWS API Call via CloudTrail|neutral',
    ['source', 'detail-type'],
  ],
  [
    { Source: 'shop', DetailType: 'Order Failed', Detail: '{"total":3}', EventBusName: 'main' },
    'shop|Order Failed|error',
    [],
  ],
];

describe('an event without all of its names', () => {
  it.each(mended)('%j is %s', (body, wanted, made) => {
    const { source, detailType, outcome, mended: all } = only(body);
    expect([source, detailType, outcome].join('|')).toBe(wanted);
    expect(all.filter((name) => name !== 'id' && name !== 'time')).toEqual(made);
  });

  it('marks nothing on an event in order', () => {
    expect(only(bridgeEvent({})).mended).toEqual([]);
  });

  it('reads every entry of PutEvents', () => {
    const entry = { Source: 'shop', DetailType: 'Order Placed', Detail: '{}' };
    const { events } = readBody(JSON.stringify({ Entries: [entry, entry] }), 0);
    expect(events.map(({ source }) => source)).toEqual(['shop', 'shop']);
  });

  it.each([
    { detail: { a: 1 } },
    { detail: 'words', source: 'shop' },
    { detail: ['a'], source: 'shop', account: '1', region: 'x' },
    { source: ['aws.ec2'], 'detail-type': ['x'], detail: { state: ['stopped'] } },
    { region: 'eu-north-1', detail: { constructor: 1 } },
  ] as Json[])('%j is none', (body) => {
    expect(readBody(JSON.stringify(body), 0).events).toEqual([]);
  });
});
