import { describe, expect, it } from 'vitest';
import { lineOf } from '../fixtures/reading-line';
import { readBody } from '../read-body';

const edge = (status: string) =>
  [
    ...['2025-05-06', '07:08:00', 'ARN52-C1', '512', '198.51.100.7', 'GET'],
    ...['d111.cloudfront.example', '/carts', status, '-', 'probe', '-', '-', 'Miss'],
  ].join('\t');
const bucket = (status: string, code: string) =>
  `0f${'a1'.repeat(31)} invoices [06/May/2025:07:08:00 +0000] 198.51.100.7 mira 3E57 REST.GET.OBJECT may.pdf "GET /may.pdf HTTP/1.1" ${status} ${code} - 12`;

const lineIn = (text: string) => {
  const { events, unreadable } = readBody(text, 0);
  expect([events.length, unreadable.length]).toEqual([1, 0]);
  return lineOf(events[0]!);
};

describe('a line of an access log', () => {
  it.each([
    ['200', 'success'],
    ['404', 'warning'],
    ['502', 'error'],
  ])('of CloudFront with %s is %s', (status, outcome) => {
    expect(lineIn(edge(status))).toBe(
      `aws.cloudfront | CloudFront Access Log |  |  |  | d111.cloudfront.example | ${outcome} (detail.sc-status)`,
    );
  });

  it.each([
    ['200', '-', 'success (detail.http-status)'],
    ['403', 'AccessDenied', 'error (detail.errorCode)'],
    ['503', 'SlowDown', 'error (detail.http-status)'],
  ])('of S3 with %s %s is %s', (status, code, told) => {
    expect(lineIn(bucket(status, code))).toBe(
      `aws.s3 | S3 Access Log |  |  | arn:aws:s3:::invoices | invoices | ${told}`,
    );
  });

  it.each([edge('200').replaceAll('\t', ' '), edge('20'), bucket('20', '-'), 'a\tb\tc'])(
    '%s is none',
    (text) => {
      expect(readBody(text, 0).events).toEqual([]);
    },
  );
});
