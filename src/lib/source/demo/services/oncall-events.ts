import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';

const ROLE = 'oncall-role';

/** Somebody looks at the alarms, as CloudTrail records it. */
export function alarmsLookedAt(sim: Simulation): JsonObject {
  return apiCall(sim, {
    eventSource: 'monitoring.amazonaws.com',
    eventName: 'DescribeAlarms',
    role: ROLE,
    request: { stateValue: 'ALARM' },
    readOnly: true,
  });
}

/** Somebody looks into the logs, as CloudTrail records it. */
export function logsSearched(sim: Simulation, logGroup: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'logs.amazonaws.com',
    eventName: 'StartQuery',
    role: ROLE,
    request: { logGroupName: logGroup, queryString: 'filter level = "ERROR"' },
    response: { queryId: sim.chance.uuid() },
    readOnly: true,
  });
}

/** Somebody stops a deployment and has it rolled back, as CloudTrail records it. */
export function deploymentStopped(sim: Simulation, deploymentId: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'codedeploy.amazonaws.com',
    eventName: 'StopDeployment',
    role: ROLE,
    request: { deploymentId, autoRollbackEnabled: true },
    response: { status: 'Pending', statusMessage: '' },
  });
}
