import type { Cloud } from './cloud';
import { routeAt, type Route } from './routes';
import { accessLog, errorLog } from './services/api-gateway-events';
import { invocation, throttledInvocation } from './services/lambda-events';

/** How often a client tries again after a 5xx, with full jitter under a doubling cap. */
const TRIES = 3;
const FIRST_RETRY_MS = 900;

/** The API's time limit for an integration. */
const LONGEST_MS = 29_000;

function statusOf({ sim, health }: Cloud, route: Route): number {
  if (sim.chance.happens(health.failureShare)) return sim.chance.pick([502, 503, 503, 504]);
  if (sim.chance.happens(0.01)) return sim.chance.pick([400, 404, 404, 429]);
  return route.method === 'POST' ? 201 : 200;
}

/** Latencies have a long tail: the median times e to the power of a symmetric draw. */
function latencyOf({ sim, health }: Cloud): number {
  const spread = sim.chance.next() + sim.chance.next() - 1;
  return Math.min(LONGEST_MS, health.latencyMs * Math.exp(1.2 * spread));
}

/** Behind the API: the function runs and its effects follow; or it fails, says so, and the client tries again. */
function answer(cloud: Cloud, route: Route, status: number, attempt: number): void {
  const { sim } = cloud;
  if (status < 400) {
    sim.emit(invocation(sim, route.functionName, `${route.functionName}-role`));
    return route.effects(cloud);
  }
  if (status < 500) return;
  if (sim.chance.happens(0.25)) sim.emit(errorLog(sim, route.functionName, 'upstream timed out'));
  else if (sim.chance.happens(0.15))
    sim.emit(throttledInvocation(sim, route.functionName, `${route.functionName}-role`));
  if (attempt < TRIES && sim.chance.happens(0.5))
    sim.after(sim.chance.between(0, FIRST_RETRY_MS * 2 ** attempt), () =>
      request(cloud, route, attempt + 1),
    );
}

function request(cloud: Cloud, route: Route, attempt: number): void {
  const { sim, requests } = cloud;
  const status = statusOf(cloud, route);
  const latencyMs = latencyOf(cloud);
  const { api, method, path } = route;
  sim.after(Math.min(latencyMs, 2_000), () => {
    requests.add(sim.nowMs, status >= 500, latencyMs);
    sim.emit(accessLog(sim, { api, method, path, status, latencyMs }));
    answer(cloud, route, status, attempt);
  });
}

/** One visitor does one thing. */
export function visit(cloud: Cloud): void {
  request(cloud, routeAt(cloud.sim.chance.next()), 1);
}
