import type { EpochMs } from '../../core/event/aws-event';
import { FAILURES, watchAlarms } from './alarm-watch';
import { runBackground, runPeople } from './background';
import { newCloud } from './cloud';
import { BUSIEST, DAY_MS, visitsPerSecond } from './daylight';
import { runFleet } from './fleet';
import { overture } from './overture';
import { poisson } from './poisson';
import { badRelease, goodRelease } from './release';
import { Simulation, type TimedBody } from './simulation';
import { visit } from './visit';

/** When the good release of the morning begins, and the bad one at noon. */
const GOOD_RELEASE_MS = 92_000;
const BAD_RELEASE_MS = 128_000;

/**
 * A day in the life of a small shop on AWS, in four minutes: the midnight batch, a quiet night, morning traffic, a
 * release, one that has to be rolled back with its alarms, and a calm evening. It ends after `DAY_MS`; the same seed
 * gives the same bytes.
 *
 * @param startMs the wall clock at the day's start; the events carry it.
 */
export function newDay(seed: number, startMs: EpochMs): Simulation {
  const sim = new Simulation(seed, startMs);
  const cloud = newCloud(sim);
  overture(cloud);
  poisson(sim, BUSIEST, visitsPerSecond, () => visit(cloud));
  runBackground(cloud);
  runPeople(cloud);
  sim.after(21_000, () => runFleet(cloud));
  sim.after(GOOD_RELEASE_MS, () => goodRelease(cloud));
  sim.after(BAD_RELEASE_MS, () => {
    const release = badRelease(cloud);
    watchAlarms(cloud, (alarm) => alarm === FAILURES && release.alarmed());
  });
  return sim;
}

/** The message bodies of a day in order of time, in milliseconds from the start, made as they are taken. */
export function cloudDay(seed: number, startMs: EpochMs): IterableIterator<TimedBody> {
  return newDay(seed, startMs).run(DAY_MS);
}

/** Events that one visit gives on average, measured over 28,000 visits. */
const EVENTS_PER_VISIT = 3.15;

/**
 * The same shop at a steady rate, without releases or incidents, for as long as it is taken.
 *
 * @param eventsPerSecond the mean rate, above 0.
 */
export function cloudTraffic(
  seed: number,
  startMs: EpochMs,
  eventsPerSecond: number,
): IterableIterator<TimedBody> {
  const sim = new Simulation(seed, startMs);
  const cloud = newCloud(sim);
  const visits = eventsPerSecond / EVENTS_PER_VISIT;
  poisson(
    sim,
    visits,
    () => visits,
    () => visit(cloud),
  );
  return sim.run(Infinity);
}
