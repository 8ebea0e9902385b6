import { describe, expect, it } from 'vitest';
import { connectorWordIn } from './connector-word';

const SAID = {
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  time: '2026-11-21T14:00:00Z',
  source: 'aws-musical-event.connector',
  'detail-type': 'Connector Heartbeat',
  account: '123456789012',
  region: 'eu-central-1',
  detail: { version: '1', names: 'keep', readCalls: 'no' },
};

describe('a connector’s word', () => {
  it('tells the account, the Region and the version', () => {
    expect(connectorWordIn(JSON.stringify(SAID))).toEqual({
      account: '123456789012',
      region: 'eu-central-1',
      version: '1',
    });
  });

  it('is no event that only names the connector somewhere', () => {
    const event = { ...SAID, source: 'aws.s3', detail: { note: SAID.source } };
    expect(connectorWordIn(JSON.stringify(event))).toBeNull();
  });

  it.each([
    '',
    'words',
    '[]',
    '"aws-musical-event.connector"',
    '{"source":"aws-musical-event.connector"',
  ])('is not found in %j', (body) => {
    expect(connectorWordIn(body)).toBeNull();
  });

  it('bounds what a stranger writes into it', () => {
    const word = connectorWordIn(JSON.stringify({ ...SAID, region: 'x'.repeat(5000), detail: 7 }));
    expect(word).toEqual({ account: '123456789012', region: 'x'.repeat(64), version: '' });
  });
});
