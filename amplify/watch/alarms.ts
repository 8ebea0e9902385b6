import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { deadLetterCount, errorsOf, failuresIn, publishedTo } from './metrics';
import { lambdaName } from '../resource-arns';
import { accountFeedName, deadLettersName } from '../../src/lib/core/cloud/names';

const FIVE_MINUTES = Duration.minutes(5);

/** A hundred messages a second for five minutes: no account's routine, and about $1 an hour of requests. */
const FLOOD_MESSAGES = 30_000;

/**
 * The functions whose running out of time is watched too, since it is no line of their log: those that nobody calls
 * from a page, or whose failing leaves something behind. Each metric of an alarm costs, so they are few.
 */
export const WATCHED_FUNCTIONS = [
  'pre-sign-up',
  'post-confirmation',
  'delete-account',
  'join-share',
  'sweep',
];

/** Each goes to EventBridge by itself, and from there to the account's feed: the product plays its own alarms. */
export function alarms(scope: Construct, prefix: string): Alarm[] {
  return [
    alarm(scope, prefix, 'DeadLetters', {
      metric: deadLetterCount(deadLettersName(prefix)),
      threshold: 0,
      description: 'Messages were taken twenty times and never deleted',
    }),
    alarm(scope, prefix, 'FunctionErrors', {
      metric: allErrors(prefix),
      threshold: 0,
      description: 'A function failed, or ran out of time',
    }),
    alarm(scope, prefix, 'Flood', {
      metric: publishedTo(accountFeedName(prefix)),
      threshold: FLOOD_MESSAGES,
      description: 'More than a hundred events a second for five minutes',
    }),
  ];
}

interface AlarmSettings {
  readonly metric: IMetric;
  /** Above it the alarm goes off. */
  readonly threshold: number;
  readonly description: string;
}

function alarm(scope: Construct, prefix: string, id: string, settings: AlarmSettings): Alarm {
  return new Alarm(scope, id, {
    alarmName: `${prefix}-${id}`,
    alarmDescription: settings.description,
    metric: settings.metric,
    threshold: settings.threshold,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

function allErrors(prefix: string): MathExpression {
  const metrics = WATCHED_FUNCTIONS.map(
    (name, index) => [`e${index}`, errorsOf(lambdaName(prefix, name))] as const,
  );
  return new MathExpression({
    expression: ['FILL(failures, 0)', ...metrics.map(([id]) => `FILL(${id}, 0)`)].join(' + '),
    usingMetrics: { failures: failuresIn(prefix), ...Object.fromEntries(metrics) },
    label: 'Errors',
    period: FIVE_MINUTES,
  });
}
