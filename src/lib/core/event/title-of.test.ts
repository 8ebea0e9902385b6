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
