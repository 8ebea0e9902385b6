import type { Json, JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';

/** The account number that AWS's documentation uses. */
export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** An event in EventBridge's envelope, version 0 (EventBridge user guide, "Events structure"). */
export function envelope(
  sim: Simulation,
  source: string,
  detailType: string,
  resources: readonly string[],
  detail: Json,
): JsonObject {
  return {
    version: '0',
    id: sim.chance.uuid(),
    'detail-type': detailType,
    source,
    account: ACCOUNT,
    time: sim.time,
    region: REGION,
    resources,
    detail,
  };
}
