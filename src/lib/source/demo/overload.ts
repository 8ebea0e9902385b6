import type { Cloud } from './cloud';
import { every } from './poisson';

const MEASURED_EVERY_MS = 1_000;

/**
 * Compares what is asked with what can be done, once a second. Clients that try again ask more: an overload feeds
 * itself until capacity or the clients' patience ends it.
 *
 * @param capacity requests a second that are served well at the moment; above 0.
 */
export function feelOverload(cloud: Cloud, capacity: () => number): void {
  const { sim, requests } = cloud;
  every(sim, MEASURED_EVERY_MS, MEASURED_EVERY_MS, () => {
    cloud.overload = Math.max(0, requests.rate(sim.nowMs) / capacity() - 1);
  });
}
