import type { EpochMs } from '../../core/event/aws-event';
import { newCloud, type Cloud } from './cloud';
import { poisson } from './poisson';
import { peakOf, rateAt, type RateCurve } from './rate-curve';
import { Simulation, type TimedBody } from './simulation';
import { visit } from './visit';

/** Visitors come as often as a curve says, visits a second. */
export function runTraffic(cloud: Cloud, visits: RateCurve): void {
  poisson(
    cloud.sim,
    peakOf(visits),
    (atMs) => rateAt(visits, atMs),
    () => visit(cloud),
  );
}

/** Events that one visit gives on average, measured over 39,800 visits. */
const EVENTS_PER_VISIT = 3.14;
/** A cloud is never without any failure for long. */
const FAILURE_SHARE = 0.002;

/**
 * The shop at a steady rate, without releases or incidents, for as long as it is taken.
 *
 * @param eventsPerSecond the mean rate, above 0.
 */
export function steadyTraffic(
  seed: number,
  startMs: EpochMs,
  eventsPerSecond: number,
): IterableIterator<TimedBody> {
  const sim = new Simulation(seed, startMs);
  const cloud = newCloud(sim);
  cloud.health.failureShare = FAILURE_SHARE;
  const visits = eventsPerSecond / EVENTS_PER_VISIT;
  poisson(
    sim,
    visits,
    () => visits,
    () => visit(cloud),
  );
  return sim.run(Infinity);
}
