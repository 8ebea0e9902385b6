import { describe, expect, it } from 'vitest';
import { serverTimeIn } from './server-time';

describe('the time in a refusal', () => {
  it.each([
    'Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)',
    'Signature not yet current: 20260101T003000Z is still later than 20260101T002000Z (20260101T001500Z + 5 min.)',
  ])('is the server’s own: %s', (message) => {
    expect(serverTimeIn(message)).toBe(Date.UTC(2026, 0, 1, 0, 15));
  });

  it.each([
    '',
    'undefined',
    'Signature expired',
    'Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z',
    'Signature expired: (20261399T996199Z - 5 min.)',
    'Something else (20260101T001500Z - 5 min.)',
  ])('is not found in %j', (message) => {
    expect(serverTimeIn(message)).toBeNull();
  });
});
