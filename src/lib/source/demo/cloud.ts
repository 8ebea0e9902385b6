import { RequestWindow } from './request-window';
import type { Simulation } from './simulation';

/** How well the shop's services do at the moment; a bad release makes it worse, a rollback better. */
export interface Health {
  /** The share of requests that fail with a 5xx, 0 to 1. */
  failureShare: number;
  /** The share of writes that the orders table refuses, 0 to 1. */
  throttleShare: number;
  /** The median time that a request takes. */
  latencyMs: number;
}

export const WELL: Readonly<Health> = { failureShare: 0.002, throttleShare: 0, latencyMs: 120 };

/** The state of the model: a small shop that runs on AWS. */
export interface Cloud {
  readonly sim: Simulation;
  readonly health: Health;
  /** What the requests of the last ten seconds met. */
  readonly requests: RequestWindow;
}

export function newCloud(sim: Simulation): Cloud {
  return { sim, health: { ...WELL }, requests: new RequestWindow(10_000) };
}
