import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope } from './envelope';

export type AlarmState = 'OK' | 'ALARM';

/** What an alarm watches. */
export interface Alarm {
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly stat: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly periodSeconds: number;
}

/** A state and the datapoint that gave it. */
export interface AlarmReading {
  readonly state: AlarmState;
  readonly value: number;
}

/** CloudWatch writes times with a numeric zone, and in reasons with day, month and short year. */
function alarmTime(sim: Simulation): { readonly long: string; readonly short: string } {
  const iso = new Date(sim.wallMs).toISOString();
  const [year, month, day] = [iso.slice(2, 4), iso.slice(5, 7), iso.slice(8, 10)];
  return {
    long: iso.replace('Z', '+0000'),
    short: `${day}/${month}/${year} ${iso.slice(11, 19)}`,
  };
}

function stateOf(sim: Simulation, alarm: Alarm, from: AlarmState, to: AlarmReading): JsonObject {
  const { long, short } = alarmTime(sim);
  const relation = to.state === 'ALARM' ? 'was greater than' : 'was not greater than';
  const change = `(minimum 1 datapoint for ${from} -> ${to.state} transition)`;
  return {
    value: to.state,
    timestamp: long,
    reason: `Threshold Crossed: 1 out of the last 1 datapoints [${to.value} (${short})] ${relation} the threshold (${alarm.threshold}) ${change}.`,
    reasonData: JSON.stringify({
      version: '1.0',
      queryDate: long,
      startDate: long,
      statistic: alarm.stat,
      period: alarm.periodSeconds,
      recentDatapoints: [to.value],
      threshold: alarm.threshold,
    }),
  };
}

/** "CloudWatch Alarm State Change" (CloudWatch user guide, "Alarm events and EventBridge"). */
export function alarmChange(
  sim: Simulation,
  alarm: Alarm,
  from: AlarmReading,
  to: AlarmReading,
): JsonObject {
  const other: AlarmState = from.state === 'OK' ? 'ALARM' : 'OK';
  return envelope(
    sim,
    'aws.cloudwatch',
    'CloudWatch Alarm State Change',
    [arn('cloudwatch', `alarm:${alarm.name}`)],
    {
      alarmName: alarm.name,
      state: stateOf(sim, alarm, from.state, to),
      previousState: stateOf(sim, alarm, other, from),
      configuration: {
        description: alarm.description,
        metrics: [
          {
            id: 'm1',
            metricStat: {
              metric: {
                namespace: alarm.namespace,
                name: alarm.metric,
                dimensions: alarm.dimensions,
              },
              period: alarm.periodSeconds,
              stat: alarm.stat,
            },
            returnData: true,
          },
        ],
      },
    },
  );
}
