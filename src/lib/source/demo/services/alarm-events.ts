import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope } from './envelope';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

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

function stateOf(sim: Simulation, alarm: Alarm, value: AlarmState, datapoint: number): JsonObject {
  const timestamp = new Date(sim.wallMs).toISOString().replace('Z', '+0000');
  const relation = value === 'ALARM' ? 'was greater than' : 'was not greater than';
  return {
    value,
    timestamp,
    reason: `Threshold Crossed: 1 datapoint [${datapoint}] ${relation} the threshold (${alarm.threshold}).`,
    reasonData: JSON.stringify({
      version: '1.0',
      queryDate: timestamp,
      startDate: timestamp,
      statistic: alarm.stat,
      period: alarm.periodSeconds,
      recentDatapoints: [datapoint],
      threshold: alarm.threshold,
    }),
  };
}

/** "CloudWatch Alarm State Change" (CloudWatch user guide, "Alarm events and EventBridge"). */
export function alarmChange(
  sim: Simulation,
  alarm: Alarm,
  from: AlarmState,
  to: AlarmState,
  datapoint: number,
): JsonObject {
  return envelope(
    sim,
    'aws.cloudwatch',
    'CloudWatch Alarm State Change',
    [arn('cloudwatch', `alarm:${alarm.name}`)],
    {
      alarmName: alarm.name,
      state: stateOf(sim, alarm, to, datapoint),
      previousState: stateOf(sim, alarm, from, 0),
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
