import { describe, expect, it } from 'vitest';
import { bridgeEvent, only, RECEIVED_AT, trailRecord } from './fixtures/bodies';
import { readBody } from './read-body';

const event = bridgeEvent({});
const record = trailRecord({});
const sns = (message: string) => ({ Type: 'Notification', MessageId: 'm', Message: message });

const oneEvent: [string, unknown][] = [
  ['a bare EventBridge event', event],
  ['one in an SNS envelope', sns(JSON.stringify(event))],
  [
    'one in an SNS envelope in an SQS record',
    { Records: [{ eventSource: 'aws:sqs', body: JSON.stringify(sns(JSON.stringify(event))) }] },
  ],
  [
    'one in a record of SNS',
    { Records: [{ EventSource: 'aws:sns', Sns: sns(JSON.stringify(event)) }] },
  ],
  ['one written as JSON twice', JSON.stringify(event)],
  ['a list of one', [event]],
];

describe('reading an EventBridge event', () => {
  it.each(oneEvent)('reads %s', (_name, body) => {
    expect(only(body as never)).toMatchObject({
      id: '3f0a61d2-77c4-4f0e-9d0b-0d6d0a4b1c55',
      time: Date.UTC(2025, 4, 6, 7, 8),
      source: 'shop.orders',
      detailType: 'Order Placed',
      account: '210987654321',
      region: 'eu-north-1',
      mended: [],
      envelope: event,
    });
  });

  it('takes a detail that is text as it is', () => {
    expect(only(bridgeEvent({ detail: 'ready' })).detail).toBe('ready');
  });

  it('mends an absent id and a placeholder time, and says so', () => {
    const broken = { ...event, id: ' ', time: 'TimeStamp' };
    const mended = only(broken);
    expect(mended).toMatchObject({ time: RECEIVED_AT, mended: ['id', 'time'] });
    expect(mended.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives a redelivered body the same made-up id, by any route', () => {
    const nameless = bridgeEvent({ id: null });
    const id = only(nameless).id;
    expect(only(sns(JSON.stringify(nameless))).id).toBe(id);
    expect(only(bridgeEvent({ id: null, region: 'eu-west-1' })).id).not.toBe(id);
  });

  it.each([
    '1969-12-31T23:59:59Z',
    '9999-01-01T00:00:00Z',
    'yyyy-mm-ddThh:mm:ssZ',
    1746515280,
    null,
  ])('mends the time %s', (time) => expect(only(bridgeEvent({ time })).mended).toEqual(['time']));
});

describe('reading CloudTrail', () => {
  it('puts a raw record into the envelope of EventBridge', () => {
    expect(only(record).envelope).toEqual({
      version: '0',
      id: '9a1e9c70-5a0f-4dc1-8f1a-2f1f0d7a6e11',
      'detail-type': 'AWS API Call via CloudTrail',
      source: 'aws.s3',
      account: '210987654321',
      time: '2025-05-06T07:07:30Z',
      region: 'eu-north-1',
      resources: [],
      detail: record,
    });
  });

  it.each([
    [
      { eventName: 'ConsoleLogin', eventSource: 'signin.amazonaws.com' },
      'AWS Console Sign In via CloudTrail',
    ],
    [{ eventType: 'AwsServiceEvent' }, 'AWS Service Event via CloudTrail'],
    [{ eventType: 'AwsCloudTrailInsight' }, 'AWS Insight via CloudTrail'],
  ])('names %j as EventBridge does', (fields, detailType) => {
    expect(only(trailRecord(fields)).detailType).toBe(detailType);
  });

  it('reads a log file record by record', () => {
    const other = trailRecord({ eventID: 'f3f5d1f0-0000-4000-8000-000000000001' });
    const { events } = readBody(JSON.stringify({ Records: [record, other] }), 0);
    expect(events.map(({ id }) => id)).toEqual([record['eventID'], other['eventID']]);
  });

  it('reads what lookup-events prints', () => {
    const printed = { Events: [{ EventId: 'x', CloudTrailEvent: JSON.stringify(record) }] };
    expect(only(printed).id).toBe(record['eventID']);
  });
});

describe('reading other shapes', () => {
  it('reads the alarm notice of SNS as the alarm event of EventBridge', () => {
    const notice = {
      AlarmName: 'queue-too-long',
      AlarmArn: 'arn:aws:cloudwatch:eu-north-1:210987654321:alarm:queue-too-long',
      NewStateValue: 'ALARM',
      OldStateValue: 'OK',
      StateChangeTime: '2025-05-06T07:07:59.120+0000',
    };
    expect(only(sns(JSON.stringify(notice)))).toMatchObject({
      source: 'aws.cloudwatch',
      detailType: 'CloudWatch Alarm State Change',
      time: Date.UTC(2025, 4, 6, 7, 7, 59, 120),
      region: 'eu-north-1',
      outcome: 'error',
      key: 'queue-too-long',
      mended: ['id'],
    });
  });

  it('reads an S3 notification as the event that S3 sends to EventBridge', () => {
    const notice = {
      eventSource: 'aws:s3',
      eventName: 'ObjectCreated:Put',
      eventTime: '2025-05-06T07:07:58.000Z',
      awsRegion: 'eu-north-1',
      s3: { bucket: { name: 'invoices' }, object: { key: 'may/no+7.pdf', size: 12 } },
    };
    const read = only({ Records: [notice] });
    expect(read).toMatchObject({ source: 'aws.s3', detailType: 'Object Created', key: 'invoices' });
    expect(read.detail).toMatchObject({ object: { key: 'may/no 7.pdf', size: 12 } });
  });

  it('reads a record of a DynamoDB stream as a pipe delivers it', () => {
    const change = {
      eventID: 'c4ca4238a0b923820dcc509a6f75849b',
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN:
        'arn:aws:dynamodb:eu-north-1:210987654321:table/carts/stream/2025-01-01T00:00:00.000',
      awsRegion: 'eu-north-1',
      dynamodb: { ApproximateCreationDateTime: 1746515270 },
    };
    expect(only({ Records: [change] })).toMatchObject({
      detailType: 'Event from aws:dynamodb',
      time: 1746515270_000,
      account: '210987654321',
      key: 'carts',
      mended: [],
    });
  });
});
