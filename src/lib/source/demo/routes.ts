import { healthNow, type Cloud } from './cloud';
import { invocation, invocationResult } from './services/lambda-events';
import { streamRecord, throttledWrite } from './services/dynamodb-events';
import { executionStatus, messageSent, published } from './services/messaging-events';
import { objectCreated } from './services/s3-events';

/** One thing that visitors do, and what it sets off behind the API. */
export interface Route {
  readonly api: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly functionName: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** What a request that succeeded causes. */
  readonly effects: (cloud: Cloud) => void;
}

function later(cloud: Cloud, lowMs: number, highMs: number, act: () => void): void {
  cloud.sim.after(cloud.sim.chance.between(lowMs, highMs), act);
}

function changeCart({ sim }: Cloud): void {
  const change = sim.chance.happens(0.4) ? 'INSERT' : 'MODIFY';
  sim.emit(streamRecord(sim, 'carts', change, `cart-${sim.chance.whole(1, 400)}`));
}

function emptyCart({ sim }: Cloud): void {
  sim.emit(streamRecord(sim, 'carts', 'REMOVE', `cart-${sim.chance.whole(1, 400)}`));
}

/** Packing and paying, told by the state machine; the receipt follows. */
function fulfil(cloud: Cloud, order: string): void {
  const { sim } = cloud;
  const startedAtMs = sim.wallMs;
  sim.emit(messageSent(sim, 'orders', 'checkout-role'));
  later(cloud, 900, 2_600, () => {
    const failed = sim.chance.happens(healthNow(cloud).failureShare);
    const status = failed ? 'FAILED' : 'SUCCEEDED';
    sim.emit(executionStatus(sim, 'order-fulfilment', order, startedAtMs, status));
    if (failed) return;
    sim.emit(objectCreated(sim, 'order-receipts', `${sim.time.slice(0, 10)}/${order}.pdf`, 48_213));
    if (sim.chance.happens(0.5)) sim.emit(published(sim, 'order-confirmed', 'fulfilment-role'));
  });
}

function placeOrder(cloud: Cloud): void {
  const { sim } = cloud;
  const order = `order-${sim.chance.hex(8)}`;
  if (sim.chance.happens(healthNow(cloud).throttleShare)) {
    sim.emit(throttledWrite(sim, 'orders', 'checkout-role'));
    return;
  }
  sim.emit(streamRecord(sim, 'orders', 'INSERT', order));
  fulfil(cloud, order);
}

function upload(cloud: Cloud): void {
  const { sim } = cloud;
  const key = `in/${sim.chance.hex(10)}.jpg`;
  sim.emit(objectCreated(sim, 'product-images', key, sim.chance.whole(90_000, 9_000_000)));
  later(cloud, 400, 1_500, () => {
    const failure = sim.chance.happens(healthNow(cloud).failureShare) ? 'Task timed out' : null;
    sim.emit(invocationResult(sim, 'make-thumbnail', { key }, failure));
  });
}

/** What a miss teaches the cache: it moves so much nearer to the share that it can reach. */
const LEARNT_A_MISS = 0.03;
const WARM = 0.9;

/** A look-up that the cache cannot answer runs a function, and the cache grows warmer. */
function lookUp(cloud: Cloud): void {
  const { sim, cacheHitShare } = cloud;
  if (sim.chance.happens(cacheHitShare)) return;
  cloud.cacheHitShare += LEARNT_A_MISS * Math.max(0, WARM - cacheHitShare);
  sim.emit(invocation(sim, 'price-list', 'search-role'));
}

export const ROUTES: readonly [Route, ...Route[]] = [
  {
    api: 'search-api',
    method: 'GET',
    path: '/products',
    functionName: 'search',
    weight: 6,
    effects: lookUp,
  },
  {
    api: 'search-api',
    method: 'GET',
    path: '/products/{id}',
    functionName: 'product-page',
    weight: 4,
    effects: lookUp,
  },
  {
    api: 'checkout-api',
    method: 'PUT',
    path: '/cart',
    functionName: 'cart',
    weight: 4,
    effects: changeCart,
  },
  {
    api: 'checkout-api',
    method: 'DELETE',
    path: '/cart',
    functionName: 'cart',
    weight: 1,
    effects: emptyCart,
  },
  {
    api: 'checkout-api',
    method: 'POST',
    path: '/orders',
    functionName: 'checkout',
    weight: 3,
    effects: placeOrder,
  },
  {
    api: 'images-api',
    method: 'POST',
    path: '/images',
    functionName: 'images',
    weight: 1.5,
    effects: upload,
  },
];

const TOTAL = ROUTES.reduce((sum, { weight }) => sum + weight, 0);

/** Chooses a route in proportion to the weights; `draw` is at least 0 and below 1. */
export function routeAt(draw: number): Route {
  let rest = draw * TOTAL;
  return ROUTES.find(({ weight }) => (rest -= weight) < 0) ?? ROUTES[0];
}
