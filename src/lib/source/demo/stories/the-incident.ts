import { watchAlarms } from '../alarm-watch';
import { badRelease } from '../bad-release';
import { runBackground, signIn } from '../background';
import { CHECKOUT_ALARMS, FAILURES } from '../checkout-alarms';
import type { Cloud } from '../cloud';
import { EASY_SCALING, runFleet } from '../fleet';
import { feelOverload } from '../overload';
import type { RateCurve } from '../rate-curve';
import { goodRelease } from '../release';
import { accessLog } from '../services/api-gateway-events';
import { invocation } from '../services/lambda-events';
import { published } from '../services/messaging-events';
import { alarmsLookedAt, deploymentStopped, logsSearched } from '../services/oncall-events';
import { roleAssumed } from '../services/security-events';
import { schedule } from '../steps';
import { runTargets, TARGETS } from '../targets';
import { runTraffic } from '../traffic';
import { visit } from '../visit';

const VISITS: RateCurve = [
  [0, 0.9],
  [18, 1.3],
  [150, 1.3],
  [215, 1.1],
  [240, 0.7],
];

const RELEASE_MS = 10_000;
/** What one healthy target serves, in requests a second: enough for visitors, not for all of their retries. */
const PER_TARGET = 0.7;
const MENDED_RELEASE_MS = 136_000;

/** A release goes bad, is noticed, taken back and mended. */
export function theIncident(cloud: Cloud): void {
  const { sim } = cloud;
  openTheDoors(cloud);
  runTraffic(cloud, VISITS);
  runBackground(cloud);
  runFleet(cloud, EASY_SCALING);
  runTargets(cloud);
  feelOverload(cloud, () => (TARGETS - cloud.unhealthyTargets) * PER_TARGET);
  let wake: () => void = () => undefined;
  const desk = watchAlarms(cloud, CHECKOUT_ALARMS, (alarm) => alarm === FAILURES && wake());
  sim.after(RELEASE_MS, () => {
    const release = badRelease(cloud, desk);
    let isAwake = false;
    wake = () => {
      if (!isAwake) callSomebody(cloud, release.deploymentId, release.rollBack);
      isAwake = true;
    };
  });
  sim.after(MENDED_RELEASE_MS, () => goodRelease(cloud));
}

/** A few things that are sure to be heard at once. */
function openTheDoors(cloud: Cloud): void {
  const first = { api: 'search-api', method: 'GET', path: '/products', status: 200 } as const;
  schedule(cloud, [
    [20, ({ sim }) => sim.emit(accessLog(sim, { ...first, latencyMs: 96 }))],
    [60, ({ sim }) => sim.emit(invocation(sim, 'search', 'search-role'))],
    [700, visit],
    [1_500, visit],
    [2_600, visit],
  ]);
}

/** On call: the page goes out, somebody signs in, looks, understands, and takes the release back. */
function callSomebody(cloud: Cloud, deployment: string, rollBack: () => void): void {
  schedule(
    cloud,
    [
      [600, ({ sim }) => sim.emit(published(sim, 'on-call', 'alarm-role'))],
      [3_000, (shop) => signIn(shop, 'noor')],
      [3_800, ({ sim }) => sim.emit(roleAssumed(sim, 'oncall-role'))],
      [4_700, ({ sim }) => sim.emit(alarmsLookedAt(sim))],
      [5_600, ({ sim }) => sim.emit(logsSearched(sim, '/aws/lambda/checkout'))],
      [7_600, ({ sim }) => sim.emit(deploymentStopped(sim, deployment))],
      [8_000, rollBack],
    ],
    200,
  );
}
