import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';
import { ACCOUNT, arn, envelope, REGION } from './envelope';

/** A scheduled rule that fires. */
export function scheduled(sim: Simulation, rule: string): JsonObject {
  return envelope(sim, 'aws.events', 'Scheduled Event', [arn('events', `rule/${rule}`)], {});
}

/** A message put on a queue, as a CloudTrail data event. */
export function messageSent(sim: Simulation, queue: string, role: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'sqs.amazonaws.com',
    eventName: 'SendMessage',
    role,
    request: { queueUrl: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${queue}` },
    response: { messageId: sim.chance.uuid() },
    data: true,
  });
}

/** A message published to a topic, as a CloudTrail data event. */
export function published(sim: Simulation, topic: string, role: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'sns.amazonaws.com',
    eventName: 'Publish',
    role,
    request: { topicArn: arn('sns', topic) },
    response: { messageId: sim.chance.uuid() },
    data: true,
  });
}

/** "Step Functions Execution Status Change". */
export function executionStatus(
  sim: Simulation,
  machine: string,
  name: string,
  startedAtMs: number,
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED',
): JsonObject {
  const executionArn = arn('states', `execution:${machine}:${name}`);
  return envelope(sim, 'aws.states', 'Step Functions Execution Status Change', [executionArn], {
    executionArn,
    stateMachineArn: arn('states', `stateMachine:${machine}`),
    name,
    status,
    startDate: startedAtMs,
    stopDate: status === 'RUNNING' ? null : sim.wallMs,
    input: '{}',
    inputDetails: { included: true },
    output: status === 'SUCCEEDED' ? '{}' : null,
    outputDetails: status === 'SUCCEEDED' ? { included: true } : null,
  });
}
