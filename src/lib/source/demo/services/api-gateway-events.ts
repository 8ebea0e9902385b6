import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope } from './envelope';

export interface ApiRequest {
  readonly api: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly status: number;
  readonly latencyMs: number;
}

/**
 * One line of an HTTP API's access log, with the fields of API Gateway's `$context` variables, put on the event bus
 * by a tap on the log group. API Gateway itself sends no event for a request.
 */
export function accessLog(sim: Simulation, request: ApiRequest): JsonObject {
  const apiId = 'a1b2c3d4e5';
  return envelope(
    sim,
    'apigateway',
    'API Gateway Access Log',
    [arn('apigateway', `/apis/${apiId}/stages/prod`)],
    {
      requestId: sim.chance.uuid(),
      apiId,
      apiName: request.api,
      stage: 'prod',
      ip: `198.51.100.${sim.chance.whole(1, 254)}`,
      requestTime: new Date(sim.wallMs).toUTCString(),
      httpMethod: request.method,
      routeKey: `${request.method} ${request.path}`,
      path: request.path,
      protocol: 'HTTP/1.1',
      status: request.status,
      responseLatency: Math.round(request.latencyMs),
      integrationLatency: Math.round(request.latencyMs * 0.9),
      responseLength: sim.chance.whole(80, 4_000),
    },
  );
}

/** One line that a function logged at level ERROR in Lambda's JSON log format, put on the bus by the same tap. */
export function errorLog(sim: Simulation, functionName: string, message: string): JsonObject {
  const logGroup = `/aws/lambda/${functionName}`;
  return envelope(sim, 'logs', 'Log Line', [arn('logs', `log-group:${logGroup}`)], {
    logGroup,
    logStream: `${sim.time.slice(0, 10).replaceAll('-', '/')}/[$LATEST]${sim.chance.hex(32)}`,
    timestamp: new Date(sim.wallMs).toISOString(),
    level: 'ERROR',
    requestId: sim.chance.uuid(),
    message: { errorType: 'Error', errorMessage: message },
  });
}
