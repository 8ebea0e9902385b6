import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { TappedAccessLog, TappedLogLines } from '../../settings';

/** The time in which one failed answer is enough to be heard, and in which no second alarm goes off. */
const PERIOD = Duration.minutes(1);

/** API Gateway's access logs, which write a status as a number or in quotes: answers of 500 and more are counted, and the alarm that they raise is played. */
export function accessLogTaps(
  scope: Construct,
  prefix: string,
  logs: readonly TappedAccessLog[],
): void {
  logs.forEach(({ logGroup, statusField }, index) => {
    const field = `$.${statusField}`;
    const pattern = FilterPattern.any(
      FilterPattern.numberValue(field, '>=', 500),
      FilterPattern.stringValue(field, '=', '5*'),
    );
    countedLines(scope, `AccessLog${index + 1}`, prefix, logGroup, pattern);
  });
}

/** Lines of any log: those that a pattern finds are counted, and the alarm that they raise is played. */
export function logLineTaps(
  scope: Construct,
  prefix: string,
  logs: readonly TappedLogLines[],
): void {
  logs.forEach(({ logGroup, pattern }, index) =>
    countedLines(scope, `LogLines${index + 1}`, prefix, logGroup, FilterPattern.literal(pattern)),
  );
}

/**
 * A metric filter and not a subscription: a subscription's lines come compressed and in batches, so that code of ours
 * would have to unpack every one. What an alarm tells needs none.
 */
function countedLines(
  scope: Construct,
  id: string,
  prefix: string,
  logGroup: string,
  filterPattern: IFilterPattern,
): Alarm {
  const filter = new MetricFilter(scope, `${id}Filter`, {
    logGroup: LogGroup.fromLogGroupName(scope, `${id}Group`, logGroup),
    filterPattern,
    metricNamespace: prefix,
    metricName: id,
    metricValue: '1',
    defaultValue: 0,
  });
  return new Alarm(scope, `${id}Alarm`, {
    alarmName: `${prefix}-${id}`,
    alarmDescription: `Failed answers in ${logGroup}`,
    metric: filter.metric({ statistic: Stats.SUM, period: PERIOD }),
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
