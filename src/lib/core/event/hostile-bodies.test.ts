import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeEvent, RECEIVED_AT, trailRecord } from './fixtures/bodies';
import { readBody } from './read-body';
import { titleOf } from './title-of';

const whole = JSON.stringify(bridgeEvent({}));

const refused: [string, string, RegExp][] = [
  ['nothing', '', /empty/],
  ['a byte order mark alone', '\uFEFF', /empty/],
  ['plain text', 'hello there', /plain text/],
  ['markup', '<html><body>504</body></html>', /markup/],
  ['cut-off JSON', whole.slice(0, -9), /cut off/],
  ['JSON with a NUL inside', whole.replace('Order', 'Or\0der'), /cut off/],
  ['256 KB of one letter', 'a'.repeat(262_144), /plain text/],
  ['more than SQS carries', `"${'a'.repeat(1_048_576)}"`, /larger/],
  ['10,000 levels of lists', '['.repeat(10_000) + ']'.repeat(10_000), /levels/],
  ['10,000 levels of objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), /levels/],
  ['a million brackets', '['.repeat(1_000_000), /levels/],
  ['a lone number', '42', /number/],
  ['null', 'null', /null/],
  ['an empty list', '[]', /empty/],
  ['an object of no known shape', '{"hello":"world"}', /none of the shapes/],
  [
    'names of the prototype',
    '{"__proto__":{"source":"aws.s3","detail-type":"x"}}',
    /none of the shapes/,
  ],
  ['a subscription to confirm', '{"Type":"SubscriptionConfirmation","Message":"Visit"}', /confirm/],
];

describe('a body that holds no event', () => {
  it.each(refused)('%s is unreadable, with the reason', (_name, text, reason) => {
    const reading = readBody(text, RECEIVED_AT);
    expect(reading.events).toEqual([]);
    expect(reading.unreadable).toHaveLength(1);
    expect(reading.unreadable[0]!.reason).toMatch(reason);
    expect(reading.unreadable[0]!.head.length).toBeLessThanOrEqual(200);
  });

  it('unwraps only so many envelopes', () => {
    let text = whole;
    for (let i = 0; i < 12; i++) text = JSON.stringify({ Type: 'Notification', Message: text });
    expect(readBody(text, 0).unreadable[0]!.reason).toMatch(/envelopes/);
  });

  it('counts the rest of an endless list as one', () => {
    const { unreadable } = readBody(JSON.stringify(Array(6_000).fill(0)), 0);
    expect(unreadable).toHaveLength(4_001);
    expect(unreadable.at(-1)!.reason).toMatch(/2000 more/);
  });
});

describe('an event with hostile content', () => {
  it('is read behind a byte order mark', () => {
    expect(readBody(`\uFEFF${whole}`, 0).events).toHaveLength(1);
  });

  it('is read where its text holds more brackets than levels are allowed', () => {
    const detail = { text: '[{"\\'.repeat(300), list: Array(300).fill([1]) };
    expect(readBody(JSON.stringify(bridgeEvent({ detail })), 0).events).toHaveLength(1);
  });

  it('keeps a name without end to 512 characters', () => {
    const text = JSON.stringify(bridgeEvent({ resources: [`arn:${':'.repeat(900_000)}`] }));
    expect(readBody(text, 0).events[0]!.key).toHaveLength(512);
  });

  it('does not take inherited names for fields', () => {
    const { events } = readBody(
      whole.replace('"detail":{}', '"detail":{"__proto__":{"state":"FAILED"}}'),
      0,
    );
    expect(events[0]).toMatchObject({ outcome: 'neutral', outcomeField: null });
    expect(({} as { state?: string }).state).toBeUndefined();
  });

  it('has a title without control characters and turned writing', () => {
    const detail = { alarmName: 'a\u202Eb\u0000<i>c', state: { value: 'ALARM' } };
    const { events } = readBody(
      JSON.stringify(bridgeEvent({ 'detail-type': 'CloudWatch Alarm State Change', detail })),
      0,
    );
    expect(titleOf(events[0]!)).toBe('a b <i>c in ALARM');
  });
});

function holdsEvent(part: unknown): boolean {
  return typeof part === 'object' && part !== null && Object.keys(part).length > 0;
}

const json = fc.jsonValue({ maxDepth: 6 });
const field = fc.constantFrom(
  'source',
  'detail-type',
  'detail',
  'Records',
  'Message',
  'Type',
  'eventSource',
  'eventName',
  'eventTime',
  'id',
  'time',
  'resources',
  'body',
  'Sns',
  's3',
  'dynamodb',
  '__proto__',
  'AlarmName',
  'NewStateValue',
);
const shaped = fc.dictionary(field, fc.oneof(json, fc.constant('Notification')));
const details = fc.dictionary(
  fc.constantFrom(
    'state',
    'status',
    'errorCode',
    'severity',
    'findings',
    'containers',
    'eventName',
    'requestParameters',
    'userIdentity',
    'alarmName',
    'bucket',
    'EventCategories',
    'responseElements',
    'level',
    'exitCode',
  ),
  json,
);
const detailTypes = fc.constantFrom(
  'AWS API Call via CloudTrail',
  'AWS Console Sign In via CloudTrail',
  'AWS Service Event via CloudTrail',
  'CloudWatch Alarm State Change',
  'AWS Health Event',
  'GuardDuty Finding',
  'Security Hub Findings - Imported',
  'RDS DB Instance Event',
  'ECS Task State Change',
  'ECR Image Scan',
  'Any',
);

describe('reading is total', () => {
  it('reads any text, any JSON and anything like a known shape without throwing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      json.map((value) => JSON.stringify(value)),
      shaped.map((value) => JSON.stringify(value)),
      fc.nat(whole.length).map((end) => whole.slice(0, end)),
    );
    fc.assert(
      fc.property(text, (body) => {
        const { events, unreadable } = readBody(body, RECEIVED_AT);
        expect(events.length + unreadable.length).toBeGreaterThan(0);
        for (const { id, time } of events) {
          expect(id).not.toBe('');
          expect(Number.isFinite(time)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('accounts for every part of a list', () => {
    const part = fc.oneof(
      fc.constant(bridgeEvent({})),
      fc.constant(trailRecord({})),
      fc.constantFrom(0, null, true, 'text', {}),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.boolean(), (parts, inRecords) => {
        const { events, unreadable } = readBody(
          JSON.stringify(inRecords ? { Records: parts } : parts),
          0,
        );
        const good = parts.filter(holdsEvent);
        expect(events).toHaveLength(good.length);
        expect(unreadable).toHaveLength(parts.length - good.length);
      }),
    );
  });

  it('says something of whatever detail comes under a known detail-type', () => {
    fc.assert(
      fc.property(detailTypes, details, (detailType, detail) => {
        const body = JSON.stringify(
          bridgeEvent({ 'detail-type': detailType, detail: detail as never }),
        );
        const { events } = readBody(body, RECEIVED_AT);
        expect(['success', 'neutral', 'warning', 'error']).toContain(events[0]!.outcome);
        expect(titleOf(events[0]!).length).toBeLessThanOrEqual(90);
      }),
      { numRuns: 500 },
    );
  });
});
