import type { Cloud } from './cloud';
import { every } from './poisson';
import { alarmChange, type Alarm, type AlarmState } from './services/alarm-events';

const EVALUATED_EVERY_MS = 4_000;

interface Watch {
  readonly alarm: Alarm;
  readonly datapoint: (cloud: Cloud) => number;
}

/** The alarm on failed requests, which rolls a release back. */
export const FAILURES = 'checkout-api-5xx';

const WATCHES: readonly Watch[] = [
  {
    alarm: {
      name: 'checkout-api-latency-p90',
      description: 'Visitors wait for more than a second and a half.',
      namespace: 'AWS/ApiGateway',
      metric: 'Latency',
      stat: 'p90',
      dimensions: { ApiId: 'a1b2c3d4e5', Stage: 'prod' },
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
      dimensions: { ApiId: 'a1b2c3d4e5', Stage: 'prod' },
      threshold: 3,
      periodSeconds: 10,
    },
    datapoint: ({ requests, sim }) => requests.failures(sim.nowMs),
  },
];

/**
 * Evaluates the alarms, which rise at once and clear after two good periods.
 *
 * @param onAlarm told when an alarm rises.
 */
export function watchAlarms(cloud: Cloud, onAlarm: (name: string) => unknown): void {
  const { sim } = cloud;
  for (const { alarm, datapoint } of WATCHES) {
    let state: AlarmState = 'OK';
    let goodPeriods = 0;
    const change = (to: AlarmState, value: number) => {
      sim.emit(alarmChange(sim, alarm, state, to, value));
      state = to;
    };
    every(sim, EVALUATED_EVERY_MS, sim.chance.between(0, EVALUATED_EVERY_MS), () => {
      const value = datapoint(cloud);
      goodPeriods = value > alarm.threshold ? 0 : goodPeriods + 1;
      if (state === 'OK' && goodPeriods === 0) {
        change('ALARM', value);
        onAlarm(alarm.name);
      } else if (state === 'ALARM' && goodPeriods >= 2) change('OK', value);
    });
  }
}
