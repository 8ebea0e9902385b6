import { runBackground, signIn, strangerKnocks } from '../background';
import type { Cloud } from '../cloud';
import { EASY_SCALING, runFleet } from '../fleet';
import { overture } from '../overture';
import type { RateCurve } from '../rate-curve';
import { goodRelease } from '../release';
import { runTraffic } from '../traffic';

/** The diurnal rhythm, a day in 210 s: night, morning, a long noon, evening. */
const VISITS: RateCurve = [
  [0, 0],
  [20, 0.02],
  [48, 0.03],
  [56, 0.4],
  [70, 0.9],
  [85, 1.1],
  [145, 1.1],
  [165, 0.9],
  [182, 0.5],
  [198, 0.15],
  [210, 0.03],
];

const FLEET_MS = 21_000;
const STRANGER_MS = 40_000;
const SIGN_IN_MS = 55_000;
const RELEASE_MS = 86_000;

/** A day without incident. Nothing fails but what visitors ask for wrongly: a few 4xx. */
export function calmDay(cloud: Cloud): void {
  const { sim } = cloud;
  overture(cloud);
  runTraffic(cloud, VISITS);
  runBackground(cloud);
  sim.after(FLEET_MS, () => runFleet(cloud, EASY_SCALING));
  if (sim.chance.happens(0.5)) sim.after(STRANGER_MS, () => strangerKnocks(cloud));
  sim.after(SIGN_IN_MS + sim.chance.between(0, 4_000), () => signIn(cloud, 'sam'));
  sim.after(RELEASE_MS + sim.chance.between(0, 6_000), () => goodRelease(cloud));
}
