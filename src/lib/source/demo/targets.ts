import type { Cloud } from './cloud';
import { every } from './poisson';
import { APPLICATION } from './release';
import { KILLED, taskState, UNHEALTHY } from './services/container-events';
import { schedule } from './steps';

/** How many tasks of the checkout stand behind the load balancer. */
export const TARGETS = 4;

const CHECKED_EVERY_MS = 5_000;
/** At most half of the targets are replaced at a time. */
const MOST_AT_ONCE = 2;
/** With a smaller share of failures the health checks pass. */
const SICK_SHARE = 0.2;
const REPLACED_MS = 4_500;

/** The load balancer checks its targets; the service replaces those that fail. While it does, the others do more. */
export function runTargets(cloud: Cloud): void {
  const { sim, health } = cloud;
  every(sim, CHECKED_EVERY_MS, CHECKED_EVERY_MS, () => {
    const fails = health.failureShare > SICK_SHARE && cloud.unhealthyTargets < MOST_AT_ONCE;
    if (fails) replace(cloud);
  });
}

function replace(cloud: Cloud): void {
  const { sim } = cloud;
  const [old, fresh] = [sim.chance.hex(32), sim.chance.hex(32)];
  const why = sim.chance.happens(0.25) ? KILLED : UNHEALTHY;
  cloud.unhealthyTargets += 1;
  sim.emit(taskState(sim, APPLICATION, old, 'STOPPED', why));
  schedule(cloud, [
    [900, () => sim.emit(taskState(sim, APPLICATION, fresh, 'PROVISIONING'))],
    [REPLACED_MS, () => sim.emit(taskState(sim, APPLICATION, fresh, 'RUNNING'))],
    [REPLACED_MS + 3_000, () => (cloud.unhealthyTargets -= 1)],
  ]);
}
