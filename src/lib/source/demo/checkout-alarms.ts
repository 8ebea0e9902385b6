import type { Watch } from './alarm-watch';

/** The alarm on failed requests, which wakes somebody. */
export const FAILURES = 'checkout-api-5xx';

const API = { ApiId: 'a1b2c3d4e5', Stage: 'prod' };

/** What is watched of the checkout: how long it takes, how often it fails, whether its targets are healthy. */
export const CHECKOUT_ALARMS: readonly Watch[] = [
  {
    alarm: {
      name: 'checkout-api-latency-p90',
      description: 'Visitors wait for more than a second and a half.',
      namespace: 'AWS/ApiGateway',
      metric: 'Latency',
      stat: 'p90',
      dimensions: API,
      threshold: 1_500,
      periodSeconds: 10,
    },
    datapoint: ({ requests, sim }) => Math.round(requests.p90LatencyMs(sim.nowMs)),
  },
  {
    alarm: {
      name: FAILURES,
      description: 'The API answers with server errors.',
      namespace: 'AWS/ApiGateway',
      metric: '5xx',
      stat: 'Sum',
      dimensions: API,
      threshold: 3,
      periodSeconds: 10,
    },
    datapoint: ({ requests, sim }) => requests.failures(sim.nowMs),
  },
  {
    alarm: {
      name: 'checkout-unhealthy-hosts',
      description: 'Targets fail their health checks.',
      namespace: 'AWS/ApplicationELB',
      metric: 'UnHealthyHostCount',
      stat: 'Maximum',
      dimensions: {
        LoadBalancer: 'app/checkout/50dc6c495c0c9188',
        TargetGroup: 'targetgroup/checkout-api/6d0ecf831eec9f09',
      },
      threshold: 0,
      periodSeconds: 10,
    },
    datapoint: ({ unhealthyTargets }) => unhealthyTargets,
  },
];
