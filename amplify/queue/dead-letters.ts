import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLettersName } from '../../src/lib/core/cloud/names';

/** The longest that SQS keeps a message. */
const RETENTION = Duration.days(14);

/** Where messages go that a page took twenty times and never deleted; people's queues in the account redrive here. */
export function deadLetters(scope: Construct, prefix: string): Queue {
  return new Queue(scope, 'DeadLetters', {
    queueName: deadLettersName(prefix),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: RETENTION,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
