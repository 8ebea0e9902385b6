/**
 * What the endpoints of AWS answer to a browser of another origin, as they have been seen to: any origin, POST, two
 * days. Which headers each allows is not documented; these are those that the SDKs send today, so that one more is
 * noticed here.
 */
export const SDK_HEADERS: readonly string[] = [
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
];

/** What Amplify sends beside them, and what Lambda's calls have of their own. */
const OTHER_HEADERS = [
  'cache-control',
  'x-amz-invocation-type',
  'x-amz-log-type',
  'x-amz-client-context',
];

/** The answer to a preflight where these headers may be sent. */
export function preflight(headers: readonly string[]) {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': headers.join(','),
    'access-control-max-age': '172800',
  } as const;
}

export const PREFLIGHT = preflight([...SDK_HEADERS, ...OTHER_HEADERS]);

/** What a page may read beside the body. */
export const ANSWERED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
} as const;
