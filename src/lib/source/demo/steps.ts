import type { Cloud } from './cloud';

/** Things to do at their times, in milliseconds from the moment they are scheduled. */
export type Steps = readonly (readonly [afterMs: number, act: (cloud: Cloud) => void])[];

/**
 * Schedules steps from now on.
 *
 * @param jitterMs each step comes later by up to this.
 */
export function schedule(cloud: Cloud, steps: Steps, jitterMs = 0): void {
  const { sim } = cloud;
  for (const [afterMs, act] of steps)
    sim.after(afterMs + sim.chance.between(0, jitterMs), () => act(cloud));
}
