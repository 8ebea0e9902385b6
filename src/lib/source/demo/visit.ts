import { healthNow, type Cloud } from './cloud';
import { routeAt, type Route } from './routes';
import { accessLog, errorLog } from './services/api-gateway-events';
import { invocation, throttledInvocation } from './services/lambda-events';

/** How often a client tries again after a 429 or a 5xx, with full jitter under a doubling cap. */
const TRIES = 3;
const FIRST_RETRY_MS = 900;
/** Some visitors give up at once. */
const PATIENT_SHARE = 0.7;

/** The API's time limit for an integration. */
const LONGEST_MS = 29_000;

function statusOf(cloud: Cloud, route: Route): number {
  const { chance } = cloud.sim;
  const { failureShare, throttleShare } = healthNow(cloud);
  if (chance.happens(failureShare)) return chance.pick([502, 503, 503, 504]);
  if (chance.happens(throttleShare)) return 429;
  if (chance.happens(0.008)) return chance.pick([400, 404, 404]);
  return route.method === 'POST' ? 201 : 200;
}

/** Latencies have a long tail: the median times e to the power of a symmetric draw. */
function latencyOf(cloud: Cloud): number {
  const { chance } = cloud.sim;
  const spread = chance.next() + chance.next() - 1;
  return Math.min(LONGEST_MS, healthNow(cloud).latencyMs * Math.exp(1.2 * spread));
}

/** What the function behind the API says of a request that it did not serve. */
function complain({ sim }: Cloud, { functionName }: Route, status: number): void {
  if (status === 429) sim.emit(throttledInvocation(sim, functionName, `${functionName}-role`));
  else if (sim.chance.happens(0.25)) sim.emit(errorLog(sim, functionName, 'upstream timed out'));
}

/** Behind the API: the function runs and its effects follow; or it does not, and the client tries again. */
function answer(cloud: Cloud, route: Route, status: number, attempt: number): void {
  const { sim } = cloud;
  if (status < 400) {
    sim.emit(invocation(sim, route.functionName, `${route.functionName}-role`));
    return route.effects(cloud);
  }
  if (status < 500 && status !== 429) return;
  complain(cloud, route, status);
  if (attempt < TRIES && sim.chance.happens(PATIENT_SHARE))
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
