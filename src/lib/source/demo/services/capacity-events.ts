import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';
import { envelope, REGION } from './envelope';

/**
 * "Trusted Advisor Check Item Refresh Notification" of a service limit of which four fifths are used (Support user
 * guide, "Monitoring Trusted Advisor check results with EventBridge").
 */
export function quotaNearlyUsed(sim: Simulation, used: number, limit: number): JsonObject {
  return envelope(
    sim,
    'aws.trustedadvisor',
    'Trusted Advisor Check Item Refresh Notification',
    [],
    {
      'check-name': 'EC2 On-Demand Instances',
      'check-item-detail': {
        Status: 'Yellow',
        Region: REGION,
        Service: 'EC2',
        'Limit Name': 'On-Demand instances - t3.small',
        'Limit Amount': String(limit),
        'Current Usage': String(used),
      },
      status: 'WARN',
      resource_id: '',
      uuid: sim.chance.uuid(),
    },
  );
}

/** Somebody asks for a higher quota, as CloudTrail records it. */
export function quotaAsked(sim: Simulation, role: string, desired: number): JsonObject {
  return apiCall(sim, {
    eventSource: 'servicequotas.amazonaws.com',
    eventName: 'RequestServiceQuotaIncrease',
    role,
    request: { serviceCode: 'ec2', quotaCode: 'L-1216C47A', desiredValue: desired },
    response: { requestedQuota: { quotaCode: 'L-1216C47A', status: 'PENDING' } },
  });
}

/** Somebody raises the limits of a serverless cache, as CloudTrail records it. */
export function cacheRaised(sim: Simulation, cache: string, role: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'elasticache.amazonaws.com',
    eventName: 'ModifyServerlessCache',
    role,
    request: {
      serverlessCacheName: cache,
      cacheUsageLimits: { dataStorage: { maximum: 20, unit: 'GB' } },
    },
    response: { serverlessCache: { serverlessCacheName: cache, status: 'modifying' } },
  });
}
