import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope, REGION } from './envelope';

export type InstanceState =
  'pending' | 'running' | 'stopping' | 'stopped' | 'shutting-down' | 'terminated';

/** "EC2 Instance State-change Notification". */
export function instanceState(
  sim: Simulation,
  instanceId: string,
  state: InstanceState,
): JsonObject {
  return envelope(
    sim,
    'aws.ec2',
    'EC2 Instance State-change Notification',
    [arn('ec2', `instance/${instanceId}`)],
    { 'instance-id': instanceId, state },
  );
}

/** "EC2 Instance Launch Successful", or its counterpart, of an Auto Scaling group. */
export function scalingDone(
  sim: Simulation,
  group: string,
  instanceId: string,
  did: 'Launch' | 'Terminate',
): JsonObject {
  const groupArn = arn(
    'autoscaling',
    `autoScalingGroup:11111111-2222-3333-4444-555555555555:autoScalingGroupName/${group}`,
  );
  return envelope(
    sim,
    'aws.autoscaling',
    `EC2 Instance ${did} Successful`,
    [groupArn, arn('ec2', `instance/${instanceId}`)],
    {
      Origin: did === 'Launch' ? 'EC2' : 'AutoScalingGroup',
      Destination: did === 'Launch' ? 'AutoScalingGroup' : 'EC2',
      StatusCode: 'InProgress',
      StatusMessage: '',
      Description: `${did === 'Launch' ? 'Launching a new' : 'Terminating'} EC2 instance: ${instanceId}`,
      AutoScalingGroupName: group,
      ActivityId: sim.chance.uuid(),
      RequestId: sim.chance.uuid(),
      EC2InstanceId: instanceId,
      StartTime: sim.time,
      EndTime: sim.time,
      Cause: `At ${sim.time} a target tracking policy changed the desired capacity.`,
      Details: { 'Availability Zone': `${REGION}a` },
    },
  );
}
