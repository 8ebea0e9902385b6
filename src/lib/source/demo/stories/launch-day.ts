import { runBackground, signIn } from '../background';
import type { Cloud } from '../cloud';
import { runFleet, type Scaling } from '../fleet';
import { feelOverload } from '../overload';
import type { RateCurve } from '../rate-curve';
import { goodRelease } from '../release';
import { runTraffic } from '../traffic';
import { cacheRaised, quotaAsked, quotaNearlyUsed } from '../services/capacity-events';
import { invocation } from '../services/lambda-events';
import { published, scheduled } from '../services/messaging-events';
import { objectCreated } from '../services/s3-events';
import { schedule } from '../steps';
import { visit } from '../visit';

/** Three waves after the announcement: four, seven and ten times the visits of before. */
const VISITS: RateCurve = [
  [0, 0.42],
  [20, 0.42],
  [25, 1.8],
  [38, 1.7],
  [48, 1.2],
  [56, 3.2],
  [72, 3],
  [84, 2.2],
  [94, 4.2],
  [118, 4],
  [134, 3.2],
  [170, 2.4],
  [190, 1.5],
  [200, 1],
];

const ANNOUNCEMENT_MS = 20_000;
const CACHE_RAISED_MS = 62_000;
const QUOTA_MS = 104_000;
const RELEASE_MS = 138_000;

/** Follows late: an instance takes five to eight seconds to serve, and only one is launched at a time. */
const SCALING: Scaling = { perInstance: 0.58, most: 8, evaluatedEveryMs: 9_000, bootMs: 5_000 };

/** What the rest of the shop does beside the fleet, in requests a second. */
const SPARE_CAPACITY = 0.4;

/** A cold cache: what was announced has never been asked for. */
const COLD = 0.1;

/** Visitors come in waves after an announcement, and the cloud grows after them, always a little late. */
export function launchDay(cloud: Cloud): void {
  const { sim } = cloud;
  const fleet = runFleet(cloud, SCALING);
  feelOverload(cloud, () => fleet.serving() * SCALING.perInstance + SPARE_CAPACITY);
  runTraffic(cloud, VISITS);
  runBackground(cloud);
  prepare(cloud);
  sim.after(ANNOUNCEMENT_MS, () => announce(cloud));
  sim.after(CACHE_RAISED_MS, () => sim.emit(cacheRaised(sim, 'products', 'launch-role')));
  sim.after(QUOTA_MS, () => runShort(cloud, fleet.serving()));
  sim.after(RELEASE_MS + sim.chance.between(0, 3_000), () => goodRelease(cloud));
}

/** The last things before the announcement. */
function prepare(cloud: Cloud): void {
  schedule(
    cloud,
    [
      [20, ({ sim }) => sim.emit(scheduled(sim, 'launch-rehearsal'))],
      [600, ({ sim }) => sim.emit(invocation(sim, 'launch-rehearsal', 'launch-role'))],
      [1_400, visit],
      [2_300, ({ sim }) => sim.emit(objectCreated(sim, 'shop-pages', 'launch.html', 38_400))],
      [3_600, visit],
      [5_000, (shop) => signIn(shop, 'mira')],
    ],
    150,
  );
}

function announce(cloud: Cloud): void {
  cloud.cacheHitShare = COLD;
  schedule(cloud, [
    [0, ({ sim }) => sim.emit(scheduled(sim, 'launch'))],
    [300, ({ sim }) => sim.emit(invocation(sim, 'announce', 'launch-role'))],
    [800, ({ sim }) => sim.emit(published(sim, 'launch-news', 'launch-role'))],
  ]);
}

/** The quota on instances is nearly used; somebody asks for more. */
function runShort(cloud: Cloud, instances: number): void {
  const { sim } = cloud;
  sim.emit(quotaNearlyUsed(sim, 2 * instances, Math.ceil(2.4 * instances)));
  sim.after(6_000, () => sim.emit(quotaAsked(sim, 'launch-role', 64)));
}
