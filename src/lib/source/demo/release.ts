import type { Cloud } from './cloud';
import { imagePushed, serviceSteady, taskState } from './services/container-events';
import {
  actionState,
  buildState,
  deploymentState,
  pipelineState,
  stageState,
  type Action,
  type PipelineRun,
} from './services/pipeline-events';
import { schedule } from './steps';

export const APPLICATION = 'checkout-api';
const SOURCE: Action = {
  stage: 'Source',
  action: 'Checkout',
  category: 'Source',
  provider: 'CodeStarSourceConnection',
};
const BUILD: Action = { stage: 'Build', action: 'Build', category: 'Build', provider: 'CodeBuild' };
const DEPLOY: Action = {
  stage: 'Deploy',
  action: 'Deploy',
  category: 'Deploy',
  provider: 'CodeDeploy',
};

export function deploymentId(cloud: Cloud): string {
  return `d-${cloud.sim.chance.hex(9).toUpperCase()}`;
}

/** From the commit to the image, and to the moment when deploying begins. */
export function begin(cloud: Cloud, run: PipelineRun): void {
  const { sim } = cloud;
  const build = sim.chance.uuid();
  const buildMs = sim.chance.between(6_000, 9_000);
  schedule(cloud, [
    [0, () => sim.emit(pipelineState(sim, run, 'STARTED'))],
    [250, () => sim.emit(stageState(sim, run, 'Source', 'STARTED'))],
    [450, () => sim.emit(actionState(sim, run, SOURCE, 'STARTED'))],
    [1_900, () => sim.emit(actionState(sim, run, SOURCE, 'SUCCEEDED'))],
    [2_100, () => sim.emit(stageState(sim, run, 'Source', 'SUCCEEDED'))],
    [2_600, () => sim.emit(stageState(sim, run, 'Build', 'STARTED'))],
    [2_800, () => sim.emit(actionState(sim, run, BUILD, 'STARTED'))],
    [3_100, () => sim.emit(buildState(sim, APPLICATION, build, 'IN_PROGRESS'))],
    [buildMs, () => sim.emit(buildState(sim, APPLICATION, build, 'SUCCEEDED'))],
    [buildMs + 300, () => sim.emit(imagePushed(sim, APPLICATION))],
    [buildMs + 600, () => sim.emit(actionState(sim, run, BUILD, 'SUCCEEDED'))],
    [buildMs + 800, () => sim.emit(stageState(sim, run, 'Build', 'SUCCEEDED'))],
    [buildMs + 1_300, () => sim.emit(stageState(sim, run, 'Deploy', 'STARTED'))],
    [buildMs + 1_500, () => sim.emit(actionState(sim, run, DEPLOY, 'STARTED'))],
  ]);
}

/** How long `begin` takes at most. */
export const BEGIN_MS = 11_000;

/** One task after another is replaced by a new one. */
export function replaceTasks(cloud: Cloud): void {
  const { sim } = cloud;
  for (const startMs of [800, 4_200]) {
    const [fresh, old] = [sim.chance.hex(32), sim.chance.hex(32)];
    schedule(cloud, [
      [startMs, () => sim.emit(taskState(sim, APPLICATION, fresh, 'PROVISIONING'))],
      [startMs + 1_600, () => sim.emit(taskState(sim, APPLICATION, fresh, 'RUNNING'))],
      [startMs + 2_900, () => sim.emit(taskState(sim, APPLICATION, old, 'STOPPED'))],
    ]);
  }
}

/** The pipeline's last words. */
export function finish(cloud: Cloud, run: PipelineRun, state: 'SUCCEEDED' | 'FAILED'): void {
  const { sim } = cloud;
  schedule(cloud, [
    [400, () => sim.emit(actionState(sim, run, DEPLOY, state))],
    [700, () => sim.emit(stageState(sim, run, 'Deploy', state))],
    [1_000, () => sim.emit(pipelineState(sim, run, state))],
  ]);
}

export function newRun(cloud: Cloud): PipelineRun {
  return { pipeline: 'web-release', executionId: cloud.sim.chance.uuid() };
}

/** A release that goes well: source, build, deploy, done. */
export function goodRelease(cloud: Cloud): void {
  const { sim } = cloud;
  const run = newRun(cloud);
  const deployment = deploymentId(cloud);
  begin(cloud, run);
  schedule(cloud, [
    [BEGIN_MS, () => sim.emit(deploymentState(sim, APPLICATION, deployment, 'START'))],
    [BEGIN_MS, () => replaceTasks(cloud)],
    [BEGIN_MS + 9_000, () => sim.emit(deploymentState(sim, APPLICATION, deployment, 'SUCCESS'))],
    [BEGIN_MS + 9_000, () => finish(cloud, run, 'SUCCEEDED')],
    [BEGIN_MS + 11_500, () => sim.emit(serviceSteady(sim, APPLICATION))],
  ]);
}
