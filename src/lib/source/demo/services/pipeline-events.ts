import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { ACCOUNT, arn, envelope, REGION } from './envelope';

export type ExecutionState = 'STARTED' | 'SUCCEEDED' | 'FAILED';

/** One run of a pipeline. */
export interface PipelineRun {
  readonly pipeline: string;
  readonly executionId: string;
}

/** A step of a pipeline: who does it and what kind of work it is. */
export interface Action {
  readonly stage: string;
  readonly action: string;
  readonly category: 'Source' | 'Build' | 'Deploy';
  readonly provider: 'CodeStarSourceConnection' | 'CodeBuild' | 'CodeDeploy';
}

function change(
  sim: Simulation,
  run: PipelineRun,
  level: 'Pipeline' | 'Stage' | 'Action',
  detail: JsonObject,
): JsonObject {
  return envelope(
    sim,
    'aws.codepipeline',
    `CodePipeline ${level} Execution State Change`,
    [arn('codepipeline', run.pipeline)],
    {
      pipeline: run.pipeline,
      'execution-id': run.executionId,
      'start-time': new Date(sim.wallMs).toISOString(),
      version: 3,
      ...detail,
    },
  );
}

/** "CodePipeline Pipeline Execution State Change". */
export function pipelineState(sim: Simulation, run: PipelineRun, state: ExecutionState) {
  return change(sim, run, 'Pipeline', { state });
}

/** "CodePipeline Stage Execution State Change". */
export function stageState(
  sim: Simulation,
  run: PipelineRun,
  stage: string,
  state: ExecutionState,
) {
  return change(sim, run, 'Stage', { stage, state });
}

/** "CodePipeline Action Execution State Change". */
export function actionState(
  sim: Simulation,
  run: PipelineRun,
  { stage, action, category, provider }: Action,
  state: ExecutionState,
) {
  return change(sim, run, 'Action', {
    stage,
    action,
    state,
    region: REGION,
    type: { owner: 'AWS', category, provider, version: '1' },
  });
}

/** "CodeBuild Build State Change" (CodeBuild user guide, "Build notifications input format reference"). */
export function buildState(
  sim: Simulation,
  project: string,
  buildId: string,
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED',
): JsonObject {
  const buildArn = arn('codebuild', `build/${project}:${buildId}`);
  return envelope(sim, 'aws.codebuild', 'CodeBuild Build State Change', [buildArn], {
    'build-status': status,
    'project-name': project,
    'build-id': buildArn,
    'current-phase': status === 'IN_PROGRESS' ? 'SUBMITTED' : 'COMPLETED',
    'current-phase-context': '[]',
    version: '1',
    'additional-information': {
      'build-complete': status !== 'IN_PROGRESS',
      initiator: 'codepipeline/web-release',
      'timeout-in-minutes': 60,
      environment: {
        image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
        'privileged-mode': false,
        'compute-type': 'BUILD_GENERAL1_SMALL',
        type: 'LINUX_CONTAINER',
        'environment-variables': [],
      },
      logs: {
        'group-name': `/aws/codebuild/${project}`,
        'stream-name': buildId,
      },
    },
  });
}

/** "CodeDeploy Deployment State-change Notification". */
export function deploymentState(
  sim: Simulation,
  application: string,
  deploymentId: string,
  state: 'START' | 'SUCCESS' | 'FAILURE' | 'STOP',
): JsonObject {
  const group = `${application}-prod`;
  return envelope(
    sim,
    'aws.codedeploy',
    'CodeDeploy Deployment State-change Notification',
    [
      `arn:aws:codedeploy:${REGION}:${ACCOUNT}:application:${application}`,
      `arn:aws:codedeploy:${REGION}:${ACCOUNT}:deploymentgroup:${application}/${group}`,
    ],
    {
      region: REGION,
      application,
      deploymentGroup: group,
      deploymentId,
      instanceGroupId: sim.chance.uuid(),
      state,
    },
  );
}
