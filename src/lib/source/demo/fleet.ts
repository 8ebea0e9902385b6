import type { Cloud } from './cloud';
import { every } from './poisson';
import { instanceState, scalingDone } from './services/ec2-events';

const GROUP = 'web-workers';
/** How many requests a second one instance serves well. */
const PER_INSTANCE = 0.5;
const MOST = 4;
/** How many evaluations in a row must find an instance too many. */
const PATIENCE = 3;

/** An Auto Scaling group that follows the traffic: it grows at once and shrinks one by one. */
export function runFleet(cloud: Cloud): void {
  const { sim, requests } = cloud;
  const instances = [`i-0${sim.chance.hex(16)}`];
  const launch = () => {
    const id = `i-0${sim.chance.hex(16)}`;
    instances.push(id);
    sim.emit(instanceState(sim, id, 'pending'));
    sim.after(sim.chance.between(1_500, 3_000), () => {
      sim.emit(instanceState(sim, id, 'running'));
      sim.emit(scalingDone(sim, GROUP, id, 'Launch'));
    });
  };
  const terminate = () => {
    const id = instances.pop() ?? '';
    sim.emit(instanceState(sim, id, 'shutting-down'));
    sim.after(sim.chance.between(1_500, 3_000), () => {
      sim.emit(instanceState(sim, id, 'terminated'));
      sim.emit(scalingDone(sim, GROUP, id, 'Terminate'));
    });
  };
  let idle = 0;
  every(sim, 9_000, 9_000, () => {
    const wanted = Math.min(MOST, Math.max(1, Math.ceil(requests.rate(sim.nowMs) / PER_INSTANCE)));
    idle = wanted < instances.length ? idle + 1 : 0;
    if (wanted > instances.length) launch();
    else if (idle >= PATIENCE) terminate();
  });
}
