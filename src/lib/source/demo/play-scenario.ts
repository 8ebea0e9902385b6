import type { EpochMs } from '../../core/event/aws-event';
import { newCloud, type Cloud } from './cloud';
import { SCENARIOS, type ScenarioName } from './scenarios';
import { Simulation, type TimedBody } from './simulation';
import { calmDay } from './stories/calm-day';
import { launchDay } from './stories/launch-day';
import { nightShift } from './stories/night-shift';
import { theIncident } from './stories/the-incident';

const STORIES: Readonly<Record<ScenarioName, (cloud: Cloud) => void>> = {
  'calm-day': calmDay,
  'launch-day': launchDay,
  'the-incident': theIncident,
  'night-shift': nightShift,
};

/** How long a scenario lasts, in milliseconds of the model. */
export function lengthOf(name: ScenarioName): number {
  return 1_000 * (SCENARIOS.find((scenario) => scenario.name === name)?.seconds ?? 0);
}

/**
 * Sets a scenario up; it goes on for as long as it is stepped, and is over after `lengthOf`. The same seed gives the
 * same bytes.
 *
 * @param startMs the wall clock at its start; the events carry it.
 */
export function newScenario(name: ScenarioName, seed: number, startMs: EpochMs): Simulation {
  const sim = new Simulation(seed, startMs);
  STORIES[name](newCloud(sim));
  return sim;
}

/** The message bodies of a scenario in order of time, in milliseconds from its start, made as they are taken. */
export function playScenario(
  name: ScenarioName,
  seed: number,
  startMs: EpochMs,
): IterableIterator<TimedBody> {
  return newScenario(name, seed, startMs).run(lengthOf(name));
}
