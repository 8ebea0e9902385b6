import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/lib/source/sqs/errors';
import type { Fault } from './fault';
import { refusalOf } from './refusal';

const NOW = Date.UTC(2026, 0, 1, 12);

describe('a refusal', () => {
  it.each([
    ['server-error', 'unreachable'],
    ['unavailable', 'unreachable'],
    ['throttled', 'throttled'],
    ['throttling-burst', 'throttled'],
    ['expired-credentials', 'credentials'],
    ['denied', 'denied'],
    ['queue-missing', 'queue-missing'],
    ['clock-skew', 'clock-skew'],
  ] satisfies [Fault, string][])('for %s is known by a listener as %s', (fault, cause) => {
    const refusal = refusalOf(fault, '20260101T113000Z', NOW);
    const name = refusal?.type.split('#')[1];
    const error = {
      name,
      message: refusal?.message,
      $metadata: { httpStatusCode: refusal?.status },
    };
    expect(failureOf(error, true).cause).toBe(cause);
  });

  it('for a wrong clock names the time of the signature and of the server', () => {
    expect(refusalOf('clock-skew', '20260101T113000Z', NOW)?.message).toBe(
      'Signature expired: 20260101T113000Z is now earlier than 20260101T115500Z (20260101T120000Z - 5 min.)',
    );
  });

  it.each(['delay', 'hang', 'duplicate', 'lost-answer', null] as const)(
    'is none for %s',
    (fault) => {
      expect(refusalOf(fault, '', NOW)).toBeNull();
    },
  );
});
