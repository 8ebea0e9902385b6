import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Taps } from '../../settings';
import { accessLogTaps, logLineTaps } from './log-taps';
import { bucketTap } from './bucket-tap';
import { functionTap } from './function-tap';
import { tableTap } from './table-tap';

/**
 * The sources that are switched on. Read-only calls are no tap of their own but a state of the rules; deployments,
 * pipelines, builds and alarms are on the default bus by themselves.
 */
export function taps(scope: Construct, prefix: string, feed: Topic, wanted: Taps): void {
  bucketTap(scope, wanted.buckets);
  wanted.functions.forEach((tapped, index) =>
    functionTap(scope, `FunctionTap${index + 1}`, tapped, feed),
  );
  wanted.tableStreams.forEach((streamArn, index) =>
    tableTap(scope, `TableTap${index + 1}`, `${prefix}-table-${index + 1}`, streamArn, feed),
  );
  accessLogTaps(scope, prefix, wanted.accessLogs);
  logLineTaps(scope, prefix, wanted.logLines);
}
