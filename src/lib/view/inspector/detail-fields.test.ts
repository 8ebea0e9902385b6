import { describe, expect, it } from 'vitest';
import type { AwsEvent, Json } from '$lib/core/event/aws-event';
import { detailFields, textAt } from './detail-fields';

const event = (detail: Json): AwsEvent => ({
  id: 'c4c1',
  time: 0,
  source: 'aws.cloudwatch',
  detailType: 'CloudWatch Alarm State Change',
  account: '123456789012',
  region: 'eu-central-1',
  resources: [],
  detail,
  outcome: 'error',
  outcomeField: 'detail.state.value',
  key: 'k',
  mended: [],
  envelope: {},
});

describe('textAt', () => {
  it('reads plain values at a path and nothing else', () => {
    const detail = { state: { value: 'ALARM' }, list: [1], count: 0, empty: '' };
    expect(textAt(detail, 'state.value')).toBe('ALARM');
    expect(textAt(detail, 'count')).toBe('0');
    expect(['state', 'list', 'empty', 'none.at.all'].map((path) => textAt(detail, path))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('never reads what an object inherits', () => {
    expect(textAt({}, 'constructor.name')).toBeNull();
    expect(textAt('text', 'length')).toBeNull();
  });
});

describe('detailFields', () => {
  it('shows what an alarm tells, then where it comes from', () => {
    const fields = detailFields(
      event({ alarmName: 'checkout', state: { value: 'ALARM', reason: 'Threshold Crossed' } }),
    );
    expect(fields.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'source: aws.cloudwatch',
      'state: ALARM',
      'reason: Threshold Crossed',
      'alarm: checkout',
      'region: eu-central-1',
      'account: 123456789012',
      'id: c4c1',
    ]);
  });

  it('bears a detail that is no object', () => {
    expect(detailFields(event(null)).map(({ label }) => label)).toEqual([
      'source',
      'region',
      'account',
      'id',
    ]);
  });
});
