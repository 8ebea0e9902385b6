import { RequestWindow } from './request-window';
import type { Simulation } from './simulation';

/** How well the shop's services do at the moment; a bad release makes it worse, a rollback better. */
export interface Health {
  /** The share of requests that fail with a 5xx, 0 to 1. */
  failureShare: number;
  /** The share of requests and writes that are refused for lack of capacity, 0 to 1. */
  throttleShare: number;
  /** The median time that a request takes. */
  latencyMs: number;
}

/** Services that do what they should. */
export const WELL: Readonly<Health> = { failureShare: 0, throttleShare: 0, latencyMs: 120 };

/** The state of the model: a small shop that runs on AWS. */
export interface Cloud {
  readonly sim: Simulation;
  /** What the version that is live does to its visitors. */
  readonly health: Health;
  /** What the requests of the last ten seconds met. */
  readonly requests: RequestWindow;
  /** How much more is asked of the services than they can do: 0 when it fits, 1 when it is twice as much. */
  overload: number;
  /** The share of product look-ups that the cache answers, 0 to 1. */
  cacheHitShare: number;
  /** Targets behind the load balancer that fail their health checks. */
  unhealthyTargets: number;
}

export function newCloud(sim: Simulation): Cloud {
  return {
    sim,
    health: { ...WELL },
    requests: new RequestWindow(10_000),
    overload: 0,
    cacheHitShare: 0.8,
    unhealthyTargets: 0,
  };
}

/** What a visitor meets now: the version's own health, made worse by overload. Far too much of it also fails requests. */
export function healthNow({ health, overload }: Cloud): Readonly<Health> {
  return {
    failureShare: Math.min(0.7, health.failureShare + 0.06 * Math.max(0, overload - 1)),
    throttleShare: Math.min(0.4, health.throttleShare + 0.2 * overload),
    latencyMs: health.latencyMs * (1 + 1.5 * overload),
  };
}
