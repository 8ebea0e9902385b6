import { WELL, type Cloud } from './cloud';
import type { AlarmDesk } from './alarm-watch';
import {
  APPLICATION,
  BEGIN_MS,
  begin,
  deploymentId,
  finish,
  newRun,
  replaceTasks,
} from './release';
import { serviceSteady } from './services/container-events';
import { deploymentState, type PipelineRun } from './services/pipeline-events';
import { schedule } from './steps';

/** A release on its way through the pipeline. */
export interface Release {
  readonly deploymentId: string;
  /** Brings the earlier version back. It is done when no alarm has stood for a while. */
  rollBack(): void;
}

/** How long the earlier version must run without an alarm before its deployment counts as done. */
const BAKE_MS = 4_000;

/** A release that first slows requests down and then fails many of them, until it is rolled back. */
export function badRelease(cloud: Cloud, desk: AlarmDesk): Release {
  const { sim, health } = cloud;
  const run = newRun(cloud);
  const failed = deploymentId(cloud);
  let isLive = true;
  const hurt = (harm: Partial<typeof health>) => () => isLive && Object.assign(health, harm);
  begin(cloud, run);
  schedule(cloud, [
    [BEGIN_MS, () => sim.emit(deploymentState(sim, APPLICATION, failed, 'START'))],
    [BEGIN_MS + 300, () => replaceTasks(cloud)],
    [BEGIN_MS + 2_000, hurt({ latencyMs: 900 })],
    [BEGIN_MS + 4_000, hurt({ failureShare: 0.04, latencyMs: 2_600 })],
    [BEGIN_MS + 13_000, hurt({ failureShare: 0.38, throttleShare: 0.15 })],
  ]);
  const rollBack = () => {
    if (!isLive) return;
    isLive = false;
    goBack(cloud, run, failed, desk);
  };
  return { deploymentId: failed, rollBack };
}

/** The earlier version comes back, as CodeDeploy does it: a new deployment of the old revision. */
function goBack(cloud: Cloud, run: PipelineRun, failed: string, desk: AlarmDesk): void {
  const { sim, health } = cloud;
  const again = deploymentId(cloud);
  schedule(cloud, [
    [1_000, () => sim.emit(deploymentState(sim, APPLICATION, failed, 'STOP'))],
    [1_300, () => finish(cloud, run, 'FAILED')],
    [3_000, () => sim.emit(deploymentState(sim, APPLICATION, again, 'START'))],
    [3_000, () => replaceTasks(cloud)],
    [7_000, () => Object.assign(health, { failureShare: 0.1, throttleShare: 0, latencyMs: 700 })],
    [10_000, () => Object.assign(health, WELL)],
    [10_000, () => whenCalm(cloud, desk, () => succeed(cloud, again))],
  ]);
}

function succeed(cloud: Cloud, deployment: string): void {
  const { sim } = cloud;
  sim.emit(deploymentState(sim, APPLICATION, deployment, 'SUCCESS'));
  sim.after(2_500, () => sim.emit(serviceSteady(sim, APPLICATION)));
}

/** Acts once no alarm has stood for as long as a deployment bakes. */
function whenCalm(cloud: Cloud, desk: AlarmDesk, act: () => void): void {
  const { sim } = cloud;
  const look = (calmMs: number) => {
    if (calmMs >= BAKE_MS) return act();
    sim.after(1_000, () => look(desk.standing() === 0 ? calmMs + 1_000 : 0));
  };
  look(0);
}
