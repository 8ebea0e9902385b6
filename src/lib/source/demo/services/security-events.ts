import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';
import { ACCOUNT, arn, envelope, REGION } from './envelope';

/** A finding of GuardDuty of low severity, which the account has looked at and archived. */
export function portProbe(sim: Simulation, instanceId: string): JsonObject {
  const id = sim.chance.hex(32);
  const detector = sim.chance.hex(32);
  return envelope(sim, 'aws.guardduty', 'GuardDuty Finding', [], {
    schemaVersion: '2.0',
    accountId: ACCOUNT,
    region: REGION,
    partition: 'aws',
    id,
    arn: arn('guardduty', `detector/${detector}/finding/${id}`),
    type: 'Recon:EC2/PortProbeUnprotectedPort',
    resource: {
      resourceType: 'Instance',
      instanceDetails: { instanceId, instanceType: 't3.small', instanceState: 'running' },
    },
    service: {
      serviceName: 'guardduty',
      detectorId: detector,
      action: {
        actionType: 'PORT_PROBE',
        portProbeAction: { blocked: false, portProbeDetails: [] },
      },
      resourceRole: 'TARGET',
      eventFirstSeen: sim.time,
      eventLastSeen: sim.time,
      archived: true,
      count: 1,
    },
    severity: 2,
    createdAt: sim.time,
    updatedAt: sim.time,
    title: `Unprotected port on EC2 instance ${instanceId} is being probed.`,
    description: 'An unprotected port of the instance is being probed by a known host.',
  });
}

/** A role taken on, as CloudTrail records it. */
export function roleAssumed(sim: Simulation, role: string): JsonObject {
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  return apiCall(sim, {
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    role,
    request: { roleArn, roleSessionName: role, durationSeconds: 3600 },
    response: { assumedRoleUser: { arn: `${roleArn}/${role}` } },
    readOnly: true,
  });
}

/** A secret read, as CloudTrail records it. */
export function secretRead(sim: Simulation, role: string, secret: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'secretsmanager.amazonaws.com',
    eventName: 'GetSecretValue',
    role,
    request: { secretId: secret },
    readOnly: true,
  });
}
