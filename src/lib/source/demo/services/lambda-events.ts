import type { Json, JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';
import { arn, envelope } from './envelope';

/** An invocation as a CloudTrail data event. */
export function invocation(sim: Simulation, functionName: string, role: string): JsonObject {
  const functionArn = arn('lambda', `function:${functionName}`);
  return apiCall(sim, {
    eventSource: 'lambda.amazonaws.com',
    eventName: 'Invoke',
    role,
    request: { functionName: functionArn, invocationType: 'RequestResponse' },
    readOnly: false,
    data: true,
  });
}

/** An invocation refused because the function had no concurrency left. */
export function throttledInvocation(sim: Simulation, functionName: string, role: string) {
  return apiCall(sim, {
    eventSource: 'lambda.amazonaws.com',
    eventName: 'Invoke',
    role,
    request: { functionName: arn('lambda', `function:${functionName}`) },
    error: { code: 'TooManyRequestsException', message: 'Rate Exceeded.' },
    data: true,
  });
}

/**
 * The result of an asynchronous invocation, sent to an event bus (Lambda developer guide, "Retaining records of
 * asynchronous invocations").
 */
export function invocationResult(
  sim: Simulation,
  functionName: string,
  requestPayload: Json,
  failure: string | null,
): JsonObject {
  const functionArn = arn('lambda', `function:${functionName}:$LATEST`);
  const detail = {
    version: '1.0',
    timestamp: new Date(sim.wallMs).toISOString(),
    requestContext: {
      requestId: sim.chance.uuid(),
      functionArn,
      condition: failure === null ? 'Success' : 'RetriesExhausted',
      approximateInvokeCount: failure === null ? 1 : 3,
    },
    requestPayload,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(failure !== null && { functionError: 'Unhandled' }),
    },
    responsePayload:
      failure === null ? { done: true } : { errorType: 'Error', errorMessage: failure },
  };
  const word = failure === null ? 'Success' : 'Failure';
  const resources = [arn('events', 'event-bus/default'), functionArn];
  return envelope(sim, 'lambda', `Lambda Function Invocation Result - ${word}`, resources, detail);
}
