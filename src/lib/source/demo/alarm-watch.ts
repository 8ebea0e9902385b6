import type { Cloud } from './cloud';
import { every } from './poisson';
import { alarmChange, type Alarm, type AlarmState } from './services/alarm-events';

const EVALUATED_EVERY_MS = 4_000;
/** How many good periods in a row clear an alarm. */
const GOOD_PERIODS = 2;

/** An alarm, and the figure that it watches. */
export interface Watch {
  readonly alarm: Alarm;
  readonly datapoint: (cloud: Cloud) => number;
}

/** What a watcher knows. */
export interface AlarmDesk {
  /** How many alarms stand. */
  readonly standing: () => number;
}

/**
 * Evaluates alarms, which rise at once and clear after two good periods.
 *
 * @param onAlarm told when an alarm rises.
 */
export function watchAlarms(
  cloud: Cloud,
  watches: readonly Watch[],
  onAlarm: (name: string) => void = () => undefined,
): AlarmDesk {
  const standing = new Set<string>();
  for (const watch of watches)
    evaluate(cloud, watch, (state) => {
      const { name } = watch.alarm;
      if (state === 'OK') standing.delete(name);
      else {
        standing.add(name);
        onAlarm(name);
      }
    });
  return { standing: () => standing.size };
}

function evaluate(
  cloud: Cloud,
  { alarm, datapoint }: Watch,
  told: (state: AlarmState) => void,
): void {
  const { sim } = cloud;
  let state: AlarmState = 'OK';
  let last = 0;
  let goodPeriods = 0;
  const change = (to: AlarmState, value: number) => {
    sim.emit(alarmChange(sim, alarm, { state, value: last }, { state: to, value }));
    state = to;
    told(to);
  };
  every(sim, EVALUATED_EVERY_MS, sim.chance.between(0, EVALUATED_EVERY_MS), () => {
    const value = datapoint(cloud);
    goodPeriods = value > alarm.threshold ? 0 : goodPeriods + 1;
    if (state === 'OK' && goodPeriods === 0) change('ALARM', value);
    else if (state === 'ALARM' && goodPeriods >= GOOD_PERIODS) change('OK', value);
    last = value;
  });
}
