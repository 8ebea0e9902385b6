import { denyPlainText, type PolicyJson } from './policy-json';

/**
 * The policy of a queue: SNS may send to it, for these topics alone (`aws:SourceArn`, so that nobody else's topic can
 * have SNS deliver here), and nobody may come without TLS. Who reads it is said by the readers' own policies.
 *
 * @param topicArns the topics that the queue subscribes to; one at least.
 */
export function queuePolicy(queueArn: string, topicArns: readonly string[]): PolicyJson {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'FromTheFeed',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArns } },
      },
      denyPlainText('sqs:*', queueArn),
    ],
  };
}

/** The topics that a queue's policy admits, read from its text; none where it is not a policy of ours. */
export function admittedTopics(policyText: string): readonly string[] {
  const found = policyText.match(/arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+/g);
  return [...new Set(found ?? [])];
}
