import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Json } from './aws-event';
import { bridgeEvent, RECEIVED_AT } from './fixtures/bodies';
import { inSns } from './fixtures/reading-line';
import { readBody } from './read-body';
import { titleOf } from './title-of';

const read = (body: Json) => readBody(JSON.stringify(body), RECEIVED_AT);

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
const bomb = base64(gzipSync(new Uint8Array(4 * 1_048_576).fill(0x20)));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a bomb', () => {
  it.each([
    ['log subscription', { awslogs: { data: bomb } }],
    ['stream record', { Records: [{ kinesis: { data: bomb } }] }],
  ] as [string, Json][])('in a %s is unreadable, with the reason', (_name, body) => {
    const { events, unreadable } = read(body);
    expect(events).toEqual([]);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]!.reason).toMatch(/more than one message/);
  });

  it('spends what all the parts of its message may unpack to', () => {
    const { events, unreadable } = read({
      Records: [bomb, btoa('late')].map((data) => ({ kinesis: { data } })),
    });
    expect([events.length, unreadable.length]).toEqual([0, 2]);
  });

  it('of many small parts is bounded in number', () => {
    const { events, unreadable } = read({
      Records: Array(3_000).fill({ kinesis: { data: 'YQ==' } }),
    });
    expect(events.length).toBeLessThanOrEqual(2_048);
    expect(events.length + unreadable.length).toBe(3_000);
  });

  it('of more objects than any event holds is refused before it is parsed', () => {
    const { events, unreadable } = readBody(`[${'{},'.repeat(100_000)}{}]`, RECEIVED_AT);
    expect(events).toEqual([]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      'The JSON holds more objects and lists than any event does.',
    ]);
  });

  it('of brackets in a text is none', () => {
    const detail = { message: '[{'.repeat(200_000), '"\\': '"[\\"{' };
    expect(read(bridgeEvent({ detail })).events[0]?.detail).toEqual(detail);
  });

  it('of a text nested in itself is unwrapped only so often', () => {
    let message = 'words';
    for (let i = 0; i < 12; i++) message = JSON.stringify(inSns(message));
    expect(readBody(message, 0).unreadable[0]!.reason).toMatch(/envelopes/);
  });
});

describe('packed data that is damaged', () => {
  const whole = gzipSync(utf8(JSON.stringify(bridgeEvent({}))));
  it.each([
    ['no base64', '§§§', /base64/],
    ['no gzip behind its magic', base64(Uint8Array.from([0x1f, 0x8b, 9, 9, 9, 9])), /damaged/],
    ['no JSON', base64(gzipSync(utf8('{"cut": '))), /cut off/],
  ])('is unreadable for %s', (_name, data, reason) => {
    expect(read({ awslogs: { data } }).unreadable[0]!.reason).toMatch(reason);
  });

  it('gives nothing where it is cut off', () => {
    for (let end = 0; end < whole.length - 12; end += 7) {
      const { events, unreadable } = read({ awslogs: { data: base64(whole.slice(0, end)) } });
      expect([events.length, unreadable.length]).toEqual([0, 1]);
    }
  });
});

describe('names that are no fields', () => {
  it.each([
    '{"specversion":"1.0","type":"t","source":"s","data":{"__proto__":{"status":"FAILED"}}}',
    '{"eventname":"X","eventsource":"iam.amazonaws.com","__proto__":{"errorcode":"AccessDenied"}}',
    '{"QueryResultRows":[[{"__proto__":{"errorCode":"AccessDenied"}},{"eventName":"X"},{"eventSource":"iam.amazonaws.com"}]]}',
    '{"logGroup":"g","message":"{\\"__proto__\\":{\\"level\\":\\"ERROR\\"}}"}',
    JSON.stringify(inSns("StackId='s'\n__proto__: FAILED\nconstructor: FAILED")),
  ])('tell nothing in %s', (body) => {
    const { events } = readBody(body, RECEIVED_AT);
    expect(events).toHaveLength(1);
    expect(events[0]!.outcome).toBe('neutral');
    expect(({} as Record<string, unknown>)['errorCode']).toBeUndefined();
  });
});

const anything = fc.jsonValue({ maxDepth: 4 });
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(bomb, btoa('{"a":1}'), 'arn:aws:x:::'),
);
/** Fields by which shapes are known, so that any mixture of them comes up. */
const FIELDS = [
  ...[
    'source',
    'detail-type',
    'detail',
    'id',
    'time',
    'specversion',
    'type',
    'data',
    'data_base64',
  ],
  ...['Records', 'records', 'messages', 'Events', 'QueryResultRows', 'logEvents', 'messageType'],
  ...[
    'awslogs',
    'kinesis',
    'Sns',
    'Type',
    'Message',
    'Subject',
    'body',
    'eventSource',
    'eventName',
  ],
  ...['requestContext', 'httpMethod', 'status', 'cf', 'raw_path', 'method', 'logGroup', 'message'],
  ...['AlarmName', 'NewStateValue', 'alarmData', 'alarmArn', 'notificationType', 'mail', 'ses'],
  ...['Event', 'AutoScalingGroupName', 'Event Source', 'Event Message', 'applicationName'],
  ...['deploymentId', 'codecommit', 'invokingEvent', 'configRuleName', 'ProductArn', 'severity'],
  ...['SchemaVersion', 'arn', 'service', 'invocationId', 'recordId', 'brokerSource', 'value'],
  ...['eventname', 'eventsource', 'useridentity', 'triggerSource', 'userPoolId', 'CloudTrailEvent'],
];
const KNOWN = ['Notification', '1.0', 'aws:sqs', 'aws:kafka', 'aws:ses', 'autoscaling:X', 'ALARM'];
const shaped = fc.letrec<{ body: unknown }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 3 },
    anything,
    fc.dictionary(
      fc.constantFrom(...FIELDS),
      fc.oneof(
        fc.constantFrom(...KNOWN),
        text,
        tie('body'),
        fc.array(tie('body'), { maxLength: 3 }),
      ),
      { maxKeys: 8 },
    ),
  ),
})).body;

describe('reading is total in every shape', () => {
  it('accounts for any mixture of the fields by which shapes are known', () => {
    fc.assert(
      fc.property(shaped, (body) => {
        const { events, unreadable } = readBody(JSON.stringify(body), RECEIVED_AT);
        expect(events.length + unreadable.length).toBeGreaterThan(0);
        for (const event of events) {
          expect(event.id).not.toBe('');
          expect(Number.isFinite(event.time)).toBe(true);
          expect(titleOf(event).length).toBeLessThanOrEqual(90);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('says the same of the same body, and gives a made-up id again', () => {
    fc.assert(
      fc.property(shaped, (body) => {
        const once = readBody(JSON.stringify(body), RECEIVED_AT);
        expect(readBody(JSON.stringify(body), RECEIVED_AT)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('reads any line of a log', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        expect(read({ logGroup: 'g', message }).events).toHaveLength(1);
      }),
    );
  });
});
