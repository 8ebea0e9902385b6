import { describe, expect, it } from 'vitest';
import { bridgeEvent, only } from './fixtures/bodies';
import { redactedFacts } from './redacted';

const REDACTED = { resources: ['0f3a9c21'], detail: { redacted: 1, outcome: 'error' } };

describe('what is told by a redacted event', () => {
  it('is its outcome and its key', () => {
    expect(redactedFacts(bridgeEvent(REDACTED))).toEqual({ outcome: 'error', key: '0f3a9c21' });
  });

  it.each([
    ['another version', { ...REDACTED, detail: { redacted: 2, outcome: 'error' } }],
    ['one more field', { ...REDACTED, detail: { redacted: 1, outcome: 'error', state: 'OK' } }],
    ['no outcome', { ...REDACTED, detail: { redacted: 1, result: 'error' } }],
    ['an outcome that is none', { ...REDACTED, detail: { redacted: 1, outcome: 'toString' } }],
    ['no digest', { ...REDACTED, resources: [] }],
    ['two digests', { ...REDACTED, resources: ['0f3a9c21', '0f3a9c22'] }],
    ['a name for a digest', { ...REDACTED, resources: ['invoices'] }],
    ['no detail', { resources: ['0f3a9c21'], detail: null }],
  ])('is nothing with %s', (_, fields) => {
    expect(redactedFacts(bridgeEvent(fields))).toBeNull();
  });

  it('does not overrule what an ordinary event says of itself', () => {
    const detail = { redacted: 1, outcome: 'success', errorCode: 'AccessDenied' };
    expect(only(bridgeEvent({ resources: ['0f3a9c21'], detail })).outcome).toBe('error');
  });
});
