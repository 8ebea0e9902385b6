import { gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Json } from '../aws-event';
import { bridgeEvent, only, RECEIVED_AT } from '../fixtures/bodies';
import { inSns, lineOf, momentLine, readingLine } from '../fixtures/reading-line';
import { readBody } from '../read-body';

const QUEUE = 'arn:aws:sqs:eu-north-1:210987654321:jobs';
const STREAM = 'arn:aws:kinesis:eu-north-1:210987654321:stream/clicks';

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
const utf8 = (text: string) => new TextEncoder().encode(text);
const gzipped = (value: Json) => base64(gzipSync(utf8(JSON.stringify(value))));

const queued = (body: Json) => ({
  Records: [
    {
      messageId: 'q-1',
      body,
      attributes: { SentTimestamp: '1746515280000' },
      eventSource: 'aws:sqs',
      eventSourceARN: QUEUE,
    },
  ],
});
const streamed = (data: string) => ({
  Records: [
    {
      kinesis: { partitionKey: 'p', data, approximateArrivalTimestamp: 1746515280 },
      eventID: 'shard:1',
      eventSource: 'aws:kinesis',
      eventSourceARN: STREAM,
    },
  ],
});

/** Each row: a message that carries no event of AWS, and the event that the message itself is. */
const rows: [string, Json, string, string][] = [
  [
    'words in a queue',
    queued('[urgent] ship it'),
    '2025-05-06T07:08:00.000Z q-1',
    `aws.sqs | Event from aws:sqs | 210987654321 | eu-north-1 | ${QUEUE} | jobs | neutral`,
  ],
  [
    'an object of its own in a queue',
    queued('{"order":7,"status":"FAILED"}'),
    '2025-05-06T07:08:00.000Z q-1',
    `aws.sqs | Event from aws:sqs | 210987654321 | eu-north-1 | ${QUEUE} | jobs | error (detail.body.status)`,
  ],
  [
    'words by SNS',
    inSns('all quiet', { Subject: 'Report' }),
    '2025-05-06T07:08:05.000Z b1f4-sns',
    'aws.sns | SNS Notification | 210987654321 | eu-north-1 | arn:aws:sns:eu-north-1:210987654321:ops | ops | neutral',
  ],
  [
    'words by SNS in a queue',
    queued(JSON.stringify(inSns('all quiet'))),
    '2025-05-06T07:08:05.000Z b1f4-sns',
    'aws.sns | SNS Notification | 210987654321 | eu-north-1 | arn:aws:sns:eu-north-1:210987654321:ops | ops | neutral',
  ],
  [
    'data in a stream',
    streamed(base64(utf8('{"page":"/"}'))),
    '2025-05-06T07:08:00.000Z shard:1',
    `aws.kinesis | Event from aws:kinesis | 210987654321 | eu-north-1 | ${STREAM} | clicks | neutral`,
  ],
  [
    'data in a Firehose batch',
    {
      invocationId: 'f',
      deliveryStreamArn: 'arn:aws:firehose:eu-north-1:210987654321:deliverystream/lake',
      records: [
        {
          recordId: 'rec-1',
          approximateArrivalTimestamp: 1746515280000,
          data: base64(utf8('a line')),
        },
      ],
    },
    '2025-05-06T07:08:00.000Z rec-1',
    'aws.firehose | Event from aws:firehose | 210987654321 | eu-north-1 | arn:aws:firehose:eu-north-1:210987654321:deliverystream/lake | lake | neutral',
  ],
  [
    'a value of a Kafka topic',
    {
      eventSource: 'aws:kafka',
      eventSourceArn: 'arn:aws:kafka:eu-north-1:210987654321:cluster/main/0f-1',
      records: {
        'orders-0': [{ topic: 'orders', timestamp: 1746515280000, value: base64(utf8('{"n":1}')) }],
      },
    },
    '2025-05-06T07:08:00.000Z mended',
    'aws.kafka | Event from aws:kafka | 210987654321 | eu-north-1 | arn:aws:kafka:eu-north-1:210987654321:cluster/main/0f-1 | orders | neutral',
  ],
  [
    'a message of an MQ queue',
    {
      eventSource: 'aws:mq',
      eventSourceArn: 'arn:aws:mq:eu-north-1:210987654321:broker:shop:b-1',
      messages: [{ messageID: 'm-1', timestamp: 1746515280000, data: base64(utf8('hello')) }],
    },
    '2025-05-06T07:08:00.000Z m-1',
    'aws.mq | Event from aws:mq | 210987654321 | eu-north-1 | arn:aws:mq:eu-north-1:210987654321:broker:shop:b-1 | shop | neutral',
  ],
];

describe('a message that is no event of AWS', () => {
  it.each(rows)('%s is an event of its carrier', (_name, body, moment, line) => {
    expect(readingLine(body)).toBe(line);
    expect(momentLine(body)).toBe(moment);
  });

  it.each(['{"cut": ', '<html>504</html>', '["a", '])('%s stays unreadable in it', (message) => {
    const { events, unreadable } = readBody(JSON.stringify(inSns(message)), RECEIVED_AT);
    expect(events).toEqual([]);
    expect(unreadable[0]!.reason).toMatch(/cut off|markup/);
  });

  it('gives way to the event that it carries', () => {
    const event = bridgeEvent({});
    for (const body of [
      queued(JSON.stringify(event)),
      streamed(base64(utf8(JSON.stringify(event)))),
      streamed(gzipped(event)),
    ])
      expect(only(body).id).toBe(event['id']);
  });
});

const batch = (...messages: readonly string[]) => ({
  messageType: 'DATA_MESSAGE',
  owner: '210987654321',
  logGroup: '/aws/lambda/orders-worker',
  logStream: '2025/05/06/[$LATEST]0f',
  logEvents: messages.map((message, at) => ({ id: `l-${at}`, timestamp: 1746515280000, message })),
});

/** Each row: a line of a log, and what is read out of it. */
const lines: [string, string][] = [
  ['2025-05-06T07:08:00Z\tr-1\tINFO\tno ERROR here', 'neutral'],
  ['[ERROR] disk full', 'error (detail.level)'],
  ['2025/05/06 07:08:00 [error] 7#7: connect() failed', 'error (detail.level)'],
  ['time=07:08 level=warn msg="slow"', 'warning (detail.level)'],
  ['TypeError: x is undefined', 'error (detail.level)'],
  ['2025-05-06T07:08:03Z r-1 Task timed out after 3.00 seconds', 'error (detail.level)'],
  ['REPORT RequestId: r-1 Duration: 2.1 ms', 'neutral'],
  ['{"level":"error","message":"no route"}', 'error (detail.level)'],
  ['{"msg":"fine","errorCount":0}', 'neutral'],
];

describe('a log subscription', () => {
  it.each(lines)('reads the line %s', (message, told) => {
    const body = { awslogs: { data: gzipped(batch(message)) } };
    expect(readingLine(body)).toBe(
      `aws.logs | CloudWatch Logs Log Event | 210987654321 |  |  | orders-worker | ${told}`,
    );
    expect(momentLine(body)).toBe('2025-05-06T07:08:00.000Z l-0');
  });

  it('finds 5xx in access logs, of JSON and of plain words', () => {
    const json = '{"requestId":"r","httpMethod":"GET","path":"/carts","status":"503"}';
    const words = '203.0.113.9 - - [06/May/2025:07:08:00 +0000] "GET /carts HTTP/1.1" 502 12 r-9';
    const { events } = readBody(JSON.stringify(batch(json, words)), 0);
    expect(events.map(lineOf)).toEqual([
      'aws.apigateway | API Gateway Access Log | 210987654321 |  |  | orders-worker | error (detail.status)',
      'aws.apigateway | API Gateway Access Log | 210987654321 |  |  | orders-worker | error (detail.status)',
    ]);
    expect(events.map(({ id }) => id)).toEqual(['l-0', 'l-1']);
  });

  it('reads a line that is itself an event as that event', () => {
    expect(only(batch(JSON.stringify(bridgeEvent({})))).id).toBe(bridgeEvent({})['id']);
  });

  it('reads zlib as well, and what a stream carries', () => {
    const packed = base64(zlibSync(utf8(JSON.stringify(batch('[ERROR] x')))));
    expect(only({ awslogs: { data: packed } }).outcome).toBe('error');
    expect(only(streamed(gzipped(batch('[ERROR] x')))).outcome).toBe('error');
  });

  it('knows the check of CloudWatch Logs for no event', () => {
    const check = { ...batch('CWL CONTROL MESSAGE'), messageType: 'CONTROL_MESSAGE' };
    expect(readBody(JSON.stringify(check), 0).unreadable[0]!.reason).toMatch(/checking/);
  });
});
