/**
 * What the endpoints of AWS answer to a browser of another origin, as they have been seen to: any origin, POST, two
 * days. Which headers each allows is not documented; these are those that the SDKs send today, so that one more is
 * noticed here.
 */
const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-target',
  'x-amz-user-agent',
  'x-amzn-query-mode',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'cache-control',
  // Lambda's own.
  'x-amz-invocation-type',
  'x-amz-log-type',
  'x-amz-client-context',
];

export const PREFLIGHT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': ALLOWED_HEADERS.join(','),
  'access-control-max-age': '172800',
} as const;

/** What a page may read beside the body. */
export const ANSWERED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
} as const;
