import type { Cloud } from './cloud';
import { every, poisson } from './poisson';
import { consoleSignIn } from './services/cloudtrail-events';
import { partitionsAdded } from './services/database-events';
import { invocation } from './services/lambda-events';
import { scheduled } from './services/messaging-events';
import { objectExpired } from './services/s3-events';
import { portProbe, roleAssumed, secretRead } from './services/security-events';

/** A share of the traffic's rate, and a rate that is always there, both in events a second. */
function quietly(cloud: Cloud, always: number, share: number, act: () => void): void {
  const rate = () => Math.min(1, always + share * cloud.requests.rate(cloud.sim.nowMs));
  poisson(cloud.sim, 1, rate, act);
}

/** What goes on in an account whether visitors come or not. */
export function runBackground(cloud: Cloud): void {
  const { sim } = cloud;
  every(sim, 27_000, 27_000, () => {
    sim.emit(scheduled(sim, 'health-check'));
    sim.after(350, () => sim.emit(invocation(sim, 'health-check', 'health-role')));
  });
  quietly(cloud, 0.02, 0.06, () => sim.emit(roleAssumed(sim, 'web-role')));
  quietly(cloud, 0.005, 0.05, () => sim.emit(secretRead(sim, 'checkout-role', 'pay-key')));
  quietly(cloud, 0.01, 0.04, () => sim.emit(partitionsAdded(sim, 'shop', 'clicks')));
  quietly(cloud, 0.03, 0, () =>
    sim.emit(objectExpired(sim, 'reports', `old/${sim.chance.hex(6)}.csv`)),
  );
}

/** A colleague signs in. */
export function signIn(cloud: Cloud, user: string): void {
  cloud.sim.emit(consoleSignIn(cloud.sim, user));
}

/** A stranger on the internet tries a port: a finding so low that it asks for nothing. */
export function strangerKnocks(cloud: Cloud): void {
  cloud.sim.emit(portProbe(cloud.sim, 'i-0a1b2c3d4e5f60718'));
}
