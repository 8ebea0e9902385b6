import type { JsonObject } from '../../src/lib/core/event/aws-event';
import { call, denied, event, type Sample } from './sample';

const task = (detail: JsonObject) =>
  event('aws.ecs', 'ECS Task State Change', { group: 'service:shop', ...detail });
const exited = (...exitCodes: number[]) =>
  task({
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    containers: exitCodes.map((exitCode) => ({ name: 'web', exitCode })),
  });
const machine = (state: string) =>
  event('aws.ec2', 'EC2 Instance State-change Notification', { 'instance-id': 'i-1', state });

/** Machines, containers, jobs, functions. */
export const COMPUTE: readonly Sample[] = [
  {
    rule: 'function-is-invoked',
    catches: [
      call('lambda', 'Invoke'),
      call('lambda', 'Invoke', denied),
      call('lambda', 'Invoke', { errorCode: 'TooManyRequestsException' }),
      event('lambda', 'Lambda Function Invocation Result - Failure', {}),
    ],
    misses: [[call('lambda', 'ListFunctions'), null]],
  },
  {
    rule: 'machine-starts-or-stops',
    catches: [machine('running'), machine('terminated'), call('ec2', 'RunInstances')],
    misses: [[call('ec2', 'DescribeInstances'), null]],
  },
  {
    rule: 'spot-instance-is-taken',
    catches: [
      event('aws.ec2', 'EC2 Spot Instance Interruption Warning', { 'instance-id': 'i-1' }),
      event('aws.ec2', 'EC2 Instance Rebalance Recommendation', { 'instance-id': 'i-1' }),
    ],
    misses: [[event('aws.ec2', 'EC2 Spot Instance Request Fulfillment', {}), null]],
  },
  {
    rule: 'disk-changes',
    catches: [event('aws.ec2', 'EBS Snapshot Notification', { result: 'succeeded' })],
    misses: [[call('ec2', 'CreateSnapshot'), null]],
  },
  {
    rule: 'network-opens',
    catches: [call('ec2', 'AuthorizeSecurityGroupIngress')],
    misses: [[call('ec2', 'DescribeSecurityGroups'), null]],
  },
  {
    rule: 'fleet-cannot-grow',
    catches: [event('aws.autoscaling', 'EC2 Instance Launch Unsuccessful', { Cause: 'no room' })],
    misses: [[event('aws.autoscaling', 'EC2 Instance Launch Successful', {}), 'fleet-changes']],
  },
  {
    rule: 'fleet-changes',
    catches: [event('aws.autoscaling', 'EC2 Instance-terminate Lifecycle Action', {})],
    misses: [[call('application-autoscaling', 'PutScalingPolicy'), null]],
  },
  {
    rule: 'container-fails',
    catches: [
      exited(1),
      exited(0, 137),
      task({ lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart' }),
    ],
    misses: [
      [exited(0), 'container-comes-or-goes'],
      [
        task({
          lastStatus: 'STOPPED',
          stopCode: 'ServiceSchedulerInitiated',
          containers: [{ exitCode: 143 }],
        }),
        'container-comes-or-goes',
      ],
    ],
  },
  {
    rule: 'service-is-unwell',
    catches: [event('aws.ecs', 'ECS Service Action', { eventType: 'ERROR' })],
    misses: [
      [event('aws.ecs', 'ECS Service Action', { eventType: 'INFO' }), 'container-comes-or-goes'],
    ],
  },
  {
    rule: 'container-comes-or-goes',
    catches: [task({ lastStatus: 'RUNNING' }), call('ecs', 'RunTask')],
    misses: [[call('ecr', 'GetAuthorizationToken'), 'image-is-pushed']],
  },
  {
    rule: 'cluster-changes',
    catches: [call('eks', 'UpdateNodegroupVersion')],
    misses: [[call('emr-containers', 'StartJobRun'), null]],
  },
  {
    rule: 'job-moves-on',
    catches: [
      event('aws.batch', 'Batch Job State Change', { jobName: 'nightly', status: 'FAILED' }),
    ],
    misses: [[event('shop', 'Batch Job State Change', { jobName: 'nightly' }), null]],
  },
  {
    rule: 'model-is-trained',
    catches: [
      event('aws.sagemaker', 'SageMaker Training Job State Change', {
        TrainingJobStatus: 'Completed',
      }),
    ],
    misses: [[call('bedrock', 'InvokeModel'), null]],
  },
];
