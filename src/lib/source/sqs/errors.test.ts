import { describe, expect, it } from 'vitest';
import { failureOf, PATIENCE } from './errors';

const online = true;

describe('the class of an error', () => {
  it.each([
    [{ name: 'QueueDoesNotExist', $metadata: { httpStatusCode: 400 } }, 'queue-missing'],
    [{ name: 'Error', Code: 'AWS.SimpleQueueService.NonExistentQueue' }, 'queue-missing'],
    [{ name: 'CredentialsProviderError', message: 'none' }, 'credentials'],
    [{ name: 'InvalidSignatureException', message: 'Signature not yet current' }, 'clock-skew'],
    [{ name: 'InvalidSignatureException', message: 'does not match' }, 'credentials'],
    [{ name: 'New', $metadata: { httpStatusCode: 401 } }, 'denied'],
    [{ name: 'New', $metadata: { httpStatusCode: 502 } }, 'unreachable'],
    [new TypeError('Failed to fetch'), 'unreachable'],
    [new DOMException('too long', 'TimeoutError'), 'unreachable'],
    ['a text', 'unreachable'],
    [null, 'unreachable'],
    [undefined, 'unreachable'],
  ] as const)('%o is %s', (error, cause) => {
    expect(failureOf(error, online).cause).toBe(cause);
  });

  it('is offline only when no server answered and the machine knows of no network', () => {
    expect(failureOf(new TypeError('Failed to fetch'), false).cause).toBe('offline');
    expect(failureOf({ name: 'AccessDenied' }, false).cause).toBe('denied');
    expect(failureOf({ $metadata: { httpStatusCode: 500 } }, false).cause).toBe('unreachable');
  });

  it('comes with a code to show', () => {
    expect(failureOf({ name: 'ThrottlingException' }, online).code).toBe('ThrottlingException');
    expect(failureOf({ $metadata: { httpStatusCode: 502 } }, online).code).toBe('HTTP 502');
    expect(failureOf(new TypeError('Failed to fetch'), online).code).toBe('NetworkError');
    expect(failureOf({ name: 'Error', code: 'ECONNREFUSED' }, online).code).toBe('ECONNREFUSED');
  });

  it('has a patience that ends at its cap', () => {
    for (const { baseMs, capMs } of Object.values(PATIENCE)) {
      expect(baseMs).toBeGreaterThan(0);
      expect(capMs).toBeGreaterThanOrEqual(baseMs);
    }
  });
});
