import { describe, expect, it } from 'vitest';
import { bridgeEvent, only } from '../event/fixtures/bodies';
import { digestWith } from './fixtures/digest';
import { redact } from './redact';
import { heartbeat, kindOfShared } from './share-feed';

const digest = digestWith('salt');

describe('a message of a shared feed', () => {
  it('is a redacted event or a heartbeat', async () => {
    const body = await redact(only(bridgeEvent({})), { outcome: 'error', key: 'k' }, digest);
    expect(kindOfShared(JSON.stringify(body))).toBe('event');
    expect(kindOfShared(JSON.stringify(heartbeat('h1', 1_700_000_000_000)))).toBe('heartbeat');
  });

  it.each([
    ['an event that is not redacted', bridgeEvent({ detail: { secret: 'x' } })],
    ['a list', [heartbeat('h1', 0), heartbeat('h2', 0)]],
    ['another event of the page', bridgeEvent({ source: 'aws-musical-event' })],
    ['nothing readable', { hello: 1 }],
  ])('is neither as %s', (_, body) => {
    expect(kindOfShared(JSON.stringify(body))).toBe('neither');
  });
});
