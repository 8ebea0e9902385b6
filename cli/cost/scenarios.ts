import { times, together, type Usage } from './bill';
import {
  backlog,
  delivery,
  fromConnector,
  heartbeats,
  listening,
  MONTH_HOURS,
} from './listening-use';

/** A way to use the product for a month. */
export interface Scenario {
  readonly title: string;
  readonly usage: Usage;
}

const SECONDS = 3_600;
const ONE_A_SECOND = SECONDS;
const EVERY_TEN_SECONDS = SECONDS / 10;

/** What stands in the account whether or not anybody listens: three alarms on seven metrics, a dashboard, the sweep. */
const SWEEPS = MONTH_HOURS * 4;
const STANDING: Usage = {
  alarms: 7,
  dashboards: 1,
  lambdaRequests: SWEEPS,
  lambdaGbSeconds: SWEEPS * 0.5,
  dynamoReads: SWEEPS * 4,
  logGb: 0.01,
};

/** What one visit of a signed-in person costs in functions: ensure-queue and the connections, half a second each. */
const VISIT: Usage = { lambdaRequests: 2, lambdaGbSeconds: 0.5, logGb: 4e-6, siteGb: 0.0005 };

const quiet = together(STANDING, { monthlyUsers: 1 }, listening(MONTH_HOURS, 0));
const busyEvents = MONTH_HOURS * ONE_A_SECOND;
const busy = together(
  STANDING,
  { monthlyUsers: 1 },
  delivery(busyEvents),
  listening(MONTH_HOURS, ONE_A_SECOND),
);

const connected = together(
  { monthlyUsers: 1 },
  fromConnector(heartbeats(MONTH_HOURS)),
  listening(MONTH_HOURS, heartbeats(1)),
);

const WORK_HOURS = 8 * 22;
const DAY_EVENTS = EVERY_TEN_SECONDS + heartbeats(1);
/** Eight hours on 22 days with the page open; an event every ten seconds and the heartbeats around the clock. */
const member = together(
  { monthlyUsers: 1 },
  times(22, VISIT),
  fromConnector(MONTH_HOURS * DAY_EVENTS),
  listening(WORK_HOURS, DAY_EVENTS),
  backlog((MONTH_HOURS - WORK_HOURS) * DAY_EVENTS),
);

const LISTENERS = 10;
/** Each listener joins, and again every hour. */
const JOIN: Usage = { lambdaRequests: 1, lambdaGbSeconds: 0.5, dynamoReads: 2, dynamoWrites: 2 };
const sharing = together(
  { sns: busyEvents, sqs: busyEvents * LISTENERS },
  times(LISTENERS, listening(MONTH_HOURS, ONE_A_SECOND)),
  times(LISTENERS * MONTH_HOURS, JOIN),
);

/** What the product costs in a month, each in an account of its own. */
export const SCENARIOS: readonly Scenario[] = [
  { title: 'your own deployment, nothing happens, the page always open', usage: quiet },
  { title: 'your own deployment, one event a second, the page always open', usage: busy },
  {
    title: 'hosted: one person, a connector, nothing happens, the page always open',
    usage: connected,
  },
  {
    title: 'hosted: 1,000 people, working hours, an event every ten seconds each',
    usage: together(STANDING, times(1_000, member)),
  },
  { title: 'a share with ten listeners on top, one event a second, always open', usage: sharing },
];

const MILLION = 1_000_000;
const heard = together(delivery(MILLION), { sqs: MILLION * 1.2, transferGb: 2.5 });

/** What a million events through each tap cost, from where they arise until they are heard. */
export const TAPS: readonly Scenario[] = [
  { title: 'AWS events by EventBridge (the default)', usage: heard },
  { title: 'CloudTrail read calls (management events)', usage: heard },
  { title: 'S3 uploads by EventBridge', usage: together(heard, { optInEvents: MILLION }) },
  {
    title: 'Lambda invocations by destinations',
    usage: heard,
  },
  {
    title: 'Lambda invocations or S3 reads by data events',
    usage: together(heard, { dataEvents: MILLION }),
  },
  {
    title: 'DynamoDB writes by stream and Pipe, ten a batch',
    usage: together(heard, { pipes: MILLION / 10 }),
  },
  {
    title: '5xx counted in one log group for a month, however many lines',
    usage: { metrics: 1, alarms: 1 },
  },
];
