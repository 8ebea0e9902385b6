import type { Fault } from './fault';

/** An answer that the queue did not give. */
export interface Refusal {
  readonly status: number;
  /** The error's shape, as `__type` names it. */
  readonly type: string;
  readonly message: string;
}

const MINUTE_MS = 60_000;

/** A time as Signature Version 4 writes it: 20260101T120000Z. */
function signatureTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The clock of the listener is not wrong at all: a listener that corrects it by this message stays right. */
function skewed(signedAt: string, nowMs: number): Refusal {
  const now = signatureTime(nowMs);
  const earliest = signatureTime(nowMs - 5 * MINUTE_MS);
  const message = `Signature expired: ${signedAt} is now earlier than ${earliest} (${now} - 5 min.)`;
  return { status: 403, type: 'com.amazon.coral.service#InvalidSignatureException', message };
}

const REFUSALS: Partial<Record<Fault, Refusal>> = {
  'server-error': {
    status: 500,
    type: 'com.amazon.coral.service#InternalFailure',
    message: 'The request processing has failed because of an unknown error.',
  },
  unavailable: {
    status: 503,
    type: 'com.amazon.coral.service#ServiceUnavailable',
    message: 'The request has failed due to a temporary failure of the server.',
  },
  throttled: {
    status: 400,
    type: 'com.amazon.coral.availability#ThrottlingException',
    message: 'Rate exceeded',
  },
  'throttling-burst': {
    status: 403,
    type: 'com.amazonaws.sqs#RequestThrottled',
    message: 'The request was denied due to request throttling.',
  },
  'expired-credentials': {
    status: 403,
    type: 'com.amazon.coral.service#ExpiredTokenException',
    message: 'The security token included in the request is expired',
  },
  denied: {
    status: 403,
    type: 'com.amazon.coral.service#AccessDeniedException',
    message: 'User is not authorized to perform this action on this resource.',
  },
  'queue-missing': {
    status: 400,
    type: 'com.amazonaws.sqs#QueueDoesNotExist',
    message: 'The specified queue does not exist.',
  },
};

/**
 * The answer that stands for a fault; null for a fault that is no refusal. Codes and statuses are those of the SQS API
 * reference ("Common errors", "ReceiveMessage").
 *
 * @param signedAt the request's own `X-Amz-Date`.
 */
export function refusalOf(fault: Fault | null, signedAt: string, nowMs: number): Refusal | null {
  if (fault === 'clock-skew') return skewed(signedAt, nowMs);
  return (fault && REFUSALS[fault]) ?? null;
}
