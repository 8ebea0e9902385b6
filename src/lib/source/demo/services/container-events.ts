import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope, REGION } from './envelope';

const CLUSTER = 'web';

/** "ECS Task State Change" of a Fargate task. */
export function taskState(
  sim: Simulation,
  service: string,
  taskId: string,
  lastStatus: 'PROVISIONING' | 'RUNNING' | 'STOPPED',
): JsonObject {
  const taskArn = arn('ecs', `task/${CLUSTER}/${taskId}`);
  const stopped = lastStatus === 'STOPPED';
  return envelope(sim, 'aws.ecs', 'ECS Task State Change', [taskArn], {
    taskArn,
    clusterArn: arn('ecs', `cluster/${CLUSTER}`),
    group: `service:${service}`,
    launchType: 'FARGATE',
    availabilityZone: `${REGION}b`,
    cpu: '256',
    memory: '512',
    desiredStatus: stopped ? 'STOPPED' : 'RUNNING',
    lastStatus,
    ...(stopped && {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by deployment',
      stoppedAt: sim.time,
    }),
    containers: [
      {
        name: service,
        lastStatus,
        taskArn,
        ...(stopped && { exitCode: 0 }),
      },
    ],
    createdAt: sim.time,
    updatedAt: sim.time,
    taskDefinitionArn: arn('ecs', `task-definition/${service}:7`),
    version: lastStatus === 'PROVISIONING' ? 1 : 4,
  });
}

/** "ECR Image Action": an image pushed. */
export function imagePushed(sim: Simulation, repository: string): JsonObject {
  return envelope(sim, 'aws.ecr', 'ECR Image Action', [], {
    'action-type': 'PUSH',
    result: 'SUCCESS',
    'repository-name': repository,
    'image-digest': `sha256:${sim.chance.hex(64)}`,
    'image-tag': sim.chance.hex(7),
  });
}
