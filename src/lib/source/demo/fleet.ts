import type { Cloud } from './cloud';
import { every } from './poisson';
import { instanceState, scalingDone } from './services/ec2-events';

const GROUP = 'web-workers';
/** How many evaluations in a row must find an instance too many. */
const PATIENCE = 3;

/** How an Auto Scaling group follows the traffic. */
export interface Scaling {
  /** How many requests a second one instance serves well. */
  readonly perInstance: number;
  readonly most: number;
  readonly evaluatedEveryMs: number;
  /** From the launch until an instance serves: at least this, at most half as much again. */
  readonly bootMs: number;
}

export const EASY_SCALING: Scaling = {
  perInstance: 0.5,
  most: 4,
  evaluatedEveryMs: 9_000,
  bootMs: 2_000,
};

/** The instances of a group. */
export interface Fleet {
  /** How many serve. */
  readonly serving: () => number;
}

/** An Auto Scaling group that follows the traffic: it grows at once and shrinks one by one. */
export function runFleet(cloud: Cloud, scaling: Scaling): Fleet {
  const { sim, requests } = cloud;
  const newId = () => `i-0${sim.chance.hex(16)}`;
  const instances = [newId()];
  let serving = 1;
  const moment = () => sim.chance.between(scaling.bootMs, 1.5 * scaling.bootMs);
  const launch = () => {
    const id = newId();
    instances.push(id);
    sim.emit(instanceState(sim, id, 'pending'));
    sim.after(moment(), () => {
      serving += 1;
      sim.emit(instanceState(sim, id, 'running'));
      sim.emit(scalingDone(sim, GROUP, id, 'Launch'));
    });
  };
  const terminate = () => {
    const id = instances.pop() ?? '';
    serving -= 1;
    sim.emit(instanceState(sim, id, 'shutting-down'));
    sim.after(moment(), () => {
      sim.emit(instanceState(sim, id, 'terminated'));
      sim.emit(scalingDone(sim, GROUP, id, 'Terminate'));
    });
  };
  let idle = 0;
  every(sim, scaling.evaluatedEveryMs, scaling.evaluatedEveryMs, () => {
    const wanted = wantedInstances(requests.rate(sim.nowMs), scaling);
    idle = wanted < instances.length ? idle + 1 : 0;
    if (wanted > instances.length) launch();
    else if (idle >= PATIENCE) terminate();
  });
  return { serving: () => serving };
}

function wantedInstances(requestsPerSecond: number, { perInstance, most }: Scaling): number {
  return Math.min(most, Math.max(1, Math.ceil(requestsPerSecond / perInstance)));
}
