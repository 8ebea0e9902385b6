import type { Cause } from '../event-source';

/** How the loop behaves after a failure of a class: it waits up to base · 2ⁿ, never more than the cap. */
export interface Patience {
  readonly baseMs: number;
  readonly capMs: number;
  /** Whether the first try comes at once: fresh credentials, or a corrected clock, may mend it. */
  readonly atOnceFirst: boolean;
}

/** A connection comes back by itself; a missing queue or permission needs somebody, so it is asked for seldom. */
export const PATIENCE: { readonly [Name in Cause]: Patience } = {
  offline: { baseMs: 60_000, capMs: 60_000, atOnceFirst: false },
  unreachable: { baseMs: 500, capMs: 30_000, atOnceFirst: false },
  throttled: { baseMs: 1_000, capMs: 30_000, atOnceFirst: false },
  credentials: { baseMs: 2_000, capMs: 60_000, atOnceFirst: true },
  denied: { baseMs: 5_000, capMs: 120_000, atOnceFirst: true },
  'queue-missing': { baseMs: 5_000, capMs: 120_000, atOnceFirst: false },
  'clock-skew': { baseMs: 2_000, capMs: 60_000, atOnceFirst: true },
};

/** Error codes by class (SQS API reference, "Common errors" and "ReceiveMessage"; STS and Cognito for credentials). */
const CODES: readonly (readonly [Cause, readonly string[]])[] = [
  [
    'throttled',
    [
      'ThrottlingException',
      'Throttling',
      'ThrottledException',
      'RequestThrottled',
      'RequestThrottledException',
      'RequestLimitExceeded',
      'TooManyRequestsException',
      'OverLimit',
      'KmsThrottled',
      'SlowDown',
    ],
  ],
  [
    'queue-missing',
    [
      'QueueDoesNotExist',
      'AWS.SimpleQueueService.NonExistentQueue',
      'QueueDeletedRecently',
      'AWS.SimpleQueueService.QueueDeletedRecently',
      'InvalidAddress',
    ],
  ],
  ['clock-skew', ['RequestTimeTooSkewed', 'RequestInTheFuture', 'RequestExpired']],
  [
    'credentials',
    [
      'ExpiredToken',
      'ExpiredTokenException',
      'TokenRefreshRequired',
      'InvalidClientTokenId',
      'InvalidAccessKeyId',
      'UnrecognizedClientException',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'IncompleteSignature',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'AuthFailure',
      'CredentialsProviderError',
      'NotAuthorizedException',
      'InvalidIdentityToken',
    ],
  ],
  [
    'denied',
    [
      'AccessDenied',
      'AccessDeniedException',
      'UnauthorizedOperation',
      'KmsAccessDenied',
      'OptInRequired',
    ],
  ],
];

const CAUSE_OF = new Map(
  CODES.flatMap(([cause, codes]) => codes.map((code) => [code, cause] as const)),
);

/** Signature Version 4 tells a wrong clock only in its message. */
const SKEWED = /signature (expired|not yet current)/i;

/** What is known of a failed request. */
export interface Failure {
  readonly cause: Cause;
  /** The raw error code, or the HTTP status, or the name of the error. */
  readonly code: string;
}

interface ErrorLike {
  readonly name?: unknown;
  readonly Code?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
}

function codesOf(error: ErrorLike): string[] {
  return [error.name, error.Code, error.code].filter((code) => typeof code === 'string');
}

function causeOfStatus(status: unknown): Cause {
  if (status === 429) return 'throttled';
  return status === 401 || status === 403 ? 'denied' : 'unreachable';
}

/**
 * Sorts an error of a request by its class. What no code and no status tells is a failed connection.
 *
 * @param isOnline what the machine says of its own network.
 */
export function failureOf(thrown: unknown, isOnline: boolean): Failure {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as ErrorLike;
  const codes = codesOf(error);
  const status = error.$metadata?.httpStatusCode;
  const known = codes.find((code) => CAUSE_OF.has(code));
  const plain = codes.findLast((code) => code !== 'Error' && code !== 'TypeError');
  const code = known ?? plain ?? (typeof status === 'number' ? `HTTP ${status}` : 'NetworkError');
  if (SKEWED.test(String(error.message))) return { cause: 'clock-skew', code };
  if (status === undefined && known === undefined && !isOnline) return { cause: 'offline', code };
  return { cause: CAUSE_OF.get(known ?? '') ?? causeOfStatus(status), code };
}
