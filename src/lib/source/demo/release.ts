import { WELL, type Cloud } from './cloud';
import { imagePushed, taskState } from './services/container-events';
import {
  actionState,
  buildState,
  deploymentState,
  pipelineState,
  stageState,
  type Action,
  type PipelineRun,
} from './services/pipeline-events';

const APPLICATION = 'checkout-api';
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

/** How a bad release hurts: seconds to answer, and nearly half of the requests fail. */
const HURT = { failureShare: 0.45, throttleShare: 0.35, latencyMs: 2_600 };
/** From the alarm to the beginning of the rollback. */
const HESITATION_MS = 5_000;
/** A deployment that no alarm stops gives up by itself. */
const GIVES_UP_MS = 40_000;

/** A release on its way through the pipeline. */
export interface Release {
  /** Tells the release that an alarm rose: a bad one is rolled back. */
  alarmed(): void;
}

function deploymentId(cloud: Cloud): string {
  return `d-${cloud.sim.chance.hex(9).toUpperCase()}`;
}

/** Runs steps at their times, in milliseconds from now. */
function schedule(cloud: Cloud, steps: readonly (readonly [number, () => void])[]): void {
  for (const [atMs, act] of steps) cloud.sim.after(atMs, act);
}

function begin(cloud: Cloud, run: PipelineRun): void {
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
const BEGIN_MS = 11_000;

/** One task after another is replaced by a new one. */
function replaceTasks(cloud: Cloud): void {
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

function finish(cloud: Cloud, run: PipelineRun, state: 'SUCCEEDED' | 'FAILED'): void {
  const { sim } = cloud;
  schedule(cloud, [
    [400, () => sim.emit(actionState(sim, run, DEPLOY, state))],
    [700, () => sim.emit(stageState(sim, run, 'Deploy', state))],
    [1_000, () => sim.emit(pipelineState(sim, run, state))],
  ]);
}

function newRun(cloud: Cloud): PipelineRun {
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
  ]);
}

/** The earlier version comes back, as CodeDeploy does it: a new deployment of the old revision. */
function rollBack(cloud: Cloud, run: PipelineRun, failed: string): void {
  const { sim, health } = cloud;
  const deployment = deploymentId(cloud);
  schedule(cloud, [
    [2_000, () => sim.emit(deploymentState(sim, APPLICATION, failed, 'STOP'))],
    [2_300, () => finish(cloud, run, 'FAILED')],
    [4_000, () => sim.emit(deploymentState(sim, APPLICATION, deployment, 'START'))],
    [4_000, () => replaceTasks(cloud)],
    [9_000, () => Object.assign(health, { failureShare: 0.12, latencyMs: 900 })],
    [13_000, () => Object.assign(health, WELL)],
    [13_500, () => sim.emit(deploymentState(sim, APPLICATION, deployment, 'SUCCESS'))],
  ]);
}

/** A release that hurts once the first of it is live, until an alarm rolls it back. */
export function badRelease(cloud: Cloud): Release {
  const { sim, health } = cloud;
  const run = newRun(cloud);
  const deployment = deploymentId(cloud);
  let live = false;
  const alarmed = () => {
    if (!live) return;
    live = false;
    sim.after(HESITATION_MS, () => rollBack(cloud, run, deployment));
  };
  begin(cloud, run);
  schedule(cloud, [
    [BEGIN_MS, () => (live = true)],
    [BEGIN_MS, () => sim.emit(deploymentState(sim, APPLICATION, deployment, 'START'))],
    [BEGIN_MS + 2_000, () => Object.assign(health, { failureShare: 0.08, latencyMs: 700 })],
    [BEGIN_MS + 5_000, () => Object.assign(health, HURT)],
    [BEGIN_MS + GIVES_UP_MS, alarmed],
  ]);
  return { alarmed };
}
