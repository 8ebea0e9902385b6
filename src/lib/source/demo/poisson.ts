import type { Simulation } from './simulation';

/**
 * A Poisson process whose rate follows the time: arrivals are drawn at the peak rate and thinned (Lewis and Shedler,
 * 1979).
 *
 * @param ratePerSecond the rate at a time in milliseconds from the start; never above the peak.
 */
export function poisson(
  sim: Simulation,
  peakPerSecond: number,
  ratePerSecond: (atMs: number) => number,
  arrive: () => void,
): void {
  const wait = () =>
    sim.after(sim.chance.exponential(1000 / peakPerSecond), () => {
      if (sim.chance.happens(ratePerSecond(sim.nowMs) / peakPerSecond)) arrive();
      wait();
    });
  wait();
}

/** Something that happens at a steady period, from a first time on. */
export function every(sim: Simulation, periodMs: number, firstMs: number, act: () => void): void {
  const again = () => {
    act();
    sim.after(periodMs, again);
  };
  sim.after(firstMs, again);
}
