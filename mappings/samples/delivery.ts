import type { JsonObject } from '../../src/lib/core/event/aws-event';
import { call, event, type Sample } from './sample';

const codeDeploy = (state: string) =>
  event('aws.codedeploy', 'CodeDeploy Deployment State-change Notification', { state });
const pipeline = (state: string) =>
  event('aws.codepipeline', 'CodePipeline Pipeline Execution State Change', {
    pipeline: 'shop',
    state,
  });
const build = (status: string) =>
  event('aws.codebuild', 'CodeBuild Build State Change', { 'build-status': status });
const amplify = (jobStatus: string) =>
  event('aws.amplify', 'Amplify Deployment Status Change', { jobStatus });
const ecs = (eventName: string) => event('aws.ecs', 'ECS Deployment State Change', { eventName });
const appRunner = (operationStatus: string) =>
  event('aws.apprunner', 'AppRunner Service Operation Status Change', { operationStatus });
const stack = (status: string) =>
  event('aws.cloudformation', 'CloudFormation Stack Status Change', {
    'stack-id': 'arn:aws:cloudformation:eu-north-1:210987654321:stack/shop/1',
    'status-details': { status },
  });
const scan = (counts: JsonObject) =>
  event('aws.ecr', 'ECR Image Scan', {
    'scan-status': 'COMPLETE',
    'repository-name': 'shop',
    'finding-severity-counts': counts,
  });
const run = (conclusion: string | null) =>
  event('github.com', 'workflow_run', { action: 'completed', workflow_run: { conclusion } });

/** Deploys, builds, stacks, images, code. */
export const DELIVERY: readonly Sample[] = [
  {
    rule: 'deploy-fails',
    catches: [
      codeDeploy('FAILURE'),
      pipeline('FAILED'),
      build('FAULT'),
      build('TIMED_OUT'),
      amplify('FAILED'),
      ecs('SERVICE_DEPLOYMENT_FAILED'),
      appRunner('UpdateServiceFailed'),
    ],
    misses: [
      [build('STOPPED'), null],
      [pipeline('STARTED'), null],
      [event('shop', 'CodeBuild Build State Change', { 'build-status': 'FAILED' }), null],
    ],
  },
  {
    rule: 'deploy-succeeds',
    catches: [
      codeDeploy('SUCCESS'),
      pipeline('SUCCEEDED'),
      build('SUCCEEDED'),
      amplify('SUCCEED'),
      ecs('SERVICE_DEPLOYMENT_COMPLETED'),
      appRunner('UpdateServiceCompletedSuccessfully'),
    ],
    misses: [
      [
        event('aws.codebuild', 'CodeBuild Build Phase Change', { 'build-status': 'SUCCEEDED' }),
        null,
      ],
      [ecs('SERVICE_DEPLOYMENT_IN_PROGRESS'), 'container-comes-or-goes'],
    ],
  },
  {
    rule: 'ci-fails',
    catches: [
      run('failure'),
      run('timed_out'),
      event('gitlab', 'pipeline', {
        object_kind: 'pipeline',
        object_attributes: { status: 'failed' },
      }),
      event('aws.partner/buildkite.com/shop/1', 'Build Finished', { build: { state: 'failed' } }),
      event('ci.circleci.example', 'workflow', { conclusion: 'failure' }),
    ],
    misses: [
      [run(null), null],
      [run('cancelled'), null],
      [event('shop', 'order', { conclusion: 'failure' }), null],
    ],
  },
  {
    rule: 'ci-succeeds',
    catches: [
      run('success'),
      event('github', 'check_suite', { check_suite: { conclusion: 'success' } }),
      event('github', 'deployment_status', { deployment_status: { state: 'success' } }),
      event('aws.partner/buildkite.com/shop/1', 'Build Finished', { build: { state: 'passed' } }),
    ],
    misses: [
      [run('skipped'), null],
      [
        event('aws.partner/buildkite.com/shop/1', 'Build Started', { build: { state: 'passed' } }),
        null,
      ],
    ],
  },
  {
    rule: 'stack-rolls-back',
    catches: [
      stack('UPDATE_ROLLBACK_COMPLETE'),
      stack('CREATE_FAILED'),
      stack('ROLLBACK_IN_PROGRESS'),
    ],
    misses: [[stack('UPDATE_COMPLETE'), 'stack-is-deployed']],
  },
  {
    rule: 'stack-is-deployed',
    catches: [
      stack('CREATE_COMPLETE'),
      stack('UPDATE_COMPLETE'),
      event('aws.cloudformation', 'CloudFormation Stack Status Change', {
        ResourceStatus: 'IMPORT_COMPLETE',
      }),
    ],
    misses: [
      [stack('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'), 'stack-changes'],
      [stack('UPDATE_ROLLBACK_COMPLETE'), 'stack-rolls-back'],
    ],
  },
  {
    rule: 'stack-is-gone',
    catches: [stack('DELETE_COMPLETE')],
    misses: [[stack('DELETE_IN_PROGRESS'), 'stack-changes']],
  },
  {
    rule: 'stack-changes',
    catches: [
      stack('CREATE_IN_PROGRESS'),
      call('cloudformation', 'DescribeStacks'),
      event('aws.cloudformation', 'CloudFormation Resource Status Change', {
        'status-details': { status: 'CREATE_COMPLETE' },
      }),
    ],
    misses: [[stack('ROLLBACK_COMPLETE'), 'stack-rolls-back']],
  },
  {
    rule: 'image-has-holes',
    catches: [scan({ CRITICAL: 1 }), scan({ HIGH: 3, LOW: 9 })],
    misses: [
      [scan({ CRITICAL: 0, LOW: 9 }), 'image-is-pushed'],
      [scan({ CRITICAL: '1' }), 'image-is-pushed'],
    ],
  },
  {
    rule: 'image-is-pushed',
    catches: [event('aws.ecr', 'ECR Image Action', { 'action-type': 'PUSH', result: 'SUCCESS' })],
    misses: [[event('aws.ecr-public', 'ECR Image Action', { 'action-type': 'PUSH' }), null]],
  },
  {
    rule: 'code-changes',
    catches: [event('aws.codecommit', 'CodeCommit Pull Request State Change', { event: 'merged' })],
    misses: [[event('aws.codeartifact', 'CodeArtifact Package Version State Change', {}), null]],
  },
];
