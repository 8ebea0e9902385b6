import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope, REGION } from './envelope';

const CLUSTER = 'web';

/** Why a task stopped, in ECS's codes and words (ECS developer guide, "Stopped task error codes"). */
export interface Stop {
  readonly stopCode: 'ServiceSchedulerInitiated' | 'EssentialContainerExited';
  readonly stoppedReason: string;
  readonly exitCode: number;
}

const DEPLOYED: Stop = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by deployment',
  exitCode: 0,
};

/** The load balancer found the task unhealthy, and the service replaces it. */
export const UNHEALTHY: Stop = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: `Task failed ELB health checks in (target-group ${arn('elasticloadbalancing', 'targetgroup/checkout-api/6d0ecf831eec9f09')})`,
  exitCode: 143,
};

/** The container ran out of memory and was killed. */
export const KILLED: Stop = {
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  exitCode: 137,
};

/** The work of a task that runs once is done. */
export const DONE: Stop = {
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  exitCode: 0,
};

/** "ECS Task State Change" of a Fargate task; `stop` counts when it has stopped. */
export function taskState(
  sim: Simulation,
  service: string,
  taskId: string,
  lastStatus: 'PROVISIONING' | 'RUNNING' | 'STOPPED',
  stop: Stop = DEPLOYED,
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
      stopCode: stop.stopCode,
      stoppedReason: stop.stoppedReason,
      stoppedAt: sim.time,
    }),
    containers: [
      {
        name: service,
        lastStatus,
        taskArn,
        ...(stopped && { exitCode: stop.exitCode }),
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

/** "ECS Service Action": the service says that it is steady again. */
export function serviceSteady(sim: Simulation, service: string): JsonObject {
  const serviceArn = arn('ecs', `service/${CLUSTER}/${service}`);
  return envelope(sim, 'aws.ecs', 'ECS Service Action', [serviceArn], {
    eventType: 'INFO',
    eventName: 'SERVICE_STEADY_STATE',
    clusterArn: arn('ecs', `cluster/${CLUSTER}`),
    createdAt: new Date(sim.wallMs).toISOString(),
  });
}
