import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

const PERIOD = Duration.minutes(5);

function lambdaMetric(metricName: string, statistic: string, functionName: string): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: functionName },
    statistic,
    period: PERIOD,
    label: functionName,
  });
}

/** Failed invocations of a function in five minutes. */
export const errorsOf = (name: string): Metric => lambdaMetric('Errors', Stats.SUM, name);

/** Invocations of a function in five minutes. */
export const callsOf = (name: string): Metric => lambdaMetric('Invocations', Stats.SUM, name);

/** Milliseconds that all but the slowest twentieth of the invocations took. */
export const slownessOf = (name: string): Metric => lambdaMetric('Duration', Stats.p(95), name);

/** The metric that the functions' logs are counted into. */
export const FAILURES = 'Failures';

/** Lines of the level ERROR in the functions' logs: what a page was told as failed, and what was thrown. */
export function failuresIn(prefix: string): Metric {
  return new Metric({
    namespace: prefix,
    metricName: FAILURES,
    statistic: Stats.SUM,
    period: PERIOD,
    label: 'logged failures',
  });
}

/** Messages that lie in a queue. */
export function deadLetterCount(queue: string): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: queue },
    statistic: Stats.MAXIMUM,
    period: PERIOD,
    label: 'dead letters',
  });
}

function topicMetric(metricName: string, topic: string, label: string): Metric {
  return new Metric({
    namespace: 'AWS/SNS',
    metricName,
    dimensionsMap: { TopicName: topic },
    statistic: Stats.SUM,
    period: PERIOD,
    label,
  });
}

/** Messages that were published to a topic in five minutes. */
export const publishedTo = (topic: string): Metric =>
  topicMetric('NumberOfMessagesPublished', topic, 'published');

/** Messages that a topic could not deliver in five minutes. */
export const failedFrom = (topic: string): Metric =>
  topicMetric('NumberOfNotificationsFailed', topic, 'not delivered');
